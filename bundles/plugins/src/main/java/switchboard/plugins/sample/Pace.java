package switchboard.plugins.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import switchboard.api.audio.AudioClip;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/**
 * Whether a voice speaks as fast as people listen. A machine that is busy slows down every voice; so one is too slow only if the
 * serving voice, asked the same just then, is not.
 *
 * @param models   where the serving voice is leased
 * @param nanoTime the clock, nanoseconds
 */
record Pace(Models models, LongSupplier nanoTime) {

    /** Seconds of work for a second of speech. */
    private static final double TOO_SLOW = 2;
    private static final double FAST_ENOUGH = 1;
    /** What is longer is not kept: memory ends before a voice does that does not. */
    private static final int LONGEST_SECONDS = 60;

    private static final Duration MEASURABLE = Duration.ofMillis(200);

    private record Spoken(AudioClip clip, double effort) {}

    /**
     * What a model says.
     *
     * @throws Unfit if it is too slow, twice
     */
    AudioClip listen(TextToSpeech model, SpeechRequest request, String language) throws SpeechException, Unfit {
        Spoken first = speak(model, request);
        if (first.effort > TOO_SLOW && servingKeepsUp(request.text(), language)) {
            Spoken second = speak(model, request);
            if (second.effort > TOO_SLOW) {
                throw new Unfit(String.format(Locale.ROOT, "it works %.1f s for each second of speech, and the serving voice less than one", second.effort),
                        "Make it faster, or choose a smaller model: callers would hear it stutter.");
            }
        }
        return first.clip;
    }

    private boolean servingKeepsUp(String sentence, String language) throws SpeechException, Unfit {
        Optional<Lease<TextToSpeech>> serving = models.lease(TextToSpeech.class, "(language=" + language + ")");
        if (serving.isEmpty()) {
            return false;
        }
        try (Lease<TextToSpeech> lease = serving.get()) {
            String voice = lease.model().voices().stream().sorted().findFirst().orElseThrow();
            return speak(lease.model(), new SpeechRequest(sentence, voice, 1)).effort < FAST_ENOUGH;
        }
    }

    private Spoken speak(TextToSpeech model, SpeechRequest request) throws SpeechException, Unfit {
        List<AudioClip> pieces = new ArrayList<>();
        long begun = nanoTime.getAsLong();
        long[] left = {LONGEST_SECONDS * (long) model.sampleRateHz()};
        model.speak(request, piece -> {
            left[0] -= piece.require(model.sampleRateHz()).samples().length;
            return left[0] >= 0 && pieces.add(piece);
        });
        if (left[0] < 0) {
            throw new Unfit("it speaks for more than %d s at one sentence".formatted(LONGEST_SECONDS), "Let speak() return when the text is spoken.");
        }
        long took = nanoTime.getAsLong() - begun;
        AudioClip clip = AudioClip.joined(model.sampleRateHz(), pieces);
        boolean hardlyAnything = clip.duration().compareTo(MEASURABLE) < 0; // whose pace means nothing: its length is judged
        return new Spoken(clip, hardlyAnything ? 0 : (double) took / clip.duration().toNanos());
    }
}
