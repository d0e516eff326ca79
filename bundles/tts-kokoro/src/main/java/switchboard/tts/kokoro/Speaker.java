package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechException;

/**
 * Says phonemes, and is the owner of the model's native memory. Thread-safe; all callers share the same three graphs.
 *
 * <p>The first piece of an utterance is handed over before the rest of it is computed: after an eighth of a second instead
 * of a fifth of its length.
 */
final class Speaker implements AutoCloseable {

    /** Its first piece goes through all three graphs; what follows would only take longer, at every start. */
    private static final String WARM_UP = "hˈɛlO!";
    private static final Duration SHORTEST_WARM_UP = Duration.ofMillis(150);
    private static final Duration LONGEST_WARM_UP = Duration.ofMillis(2_000);
    private static final double QUIETEST_WARM_UP = 0.01;
    /** Between utterances that were cut apart because they were too long. */
    private static final AudioClip PAUSE = AudioClip.silence(Kokoro.SAMPLE_RATE_HZ, Duration.ofMillis(200));

    private final Synthesis synthesis;
    private final Voices voices;

    private Speaker(Synthesis synthesis, Voices voices) {
        this.synthesis = synthesis;
        this.voices = voices;
    }

    /**
     * Proves the model on the beginning of a word.
     *
     * @param graphs from {@link FastGraphs}; given away, and closed if it fails
     * @throws IllegalStateException if what it says is no speech
     */
    static Speaker open(Graphs graphs, Voices voices) throws SpeechException {
        return open(new Synthesis(graphs, voices), voices);
    }

    /**
     * As {@link #open(Graphs, Voices)}.
     *
     * @param synthesis given away, and closed if it fails
     * @throws IllegalStateException if what it says is no speech
     */
    static Speaker open(Synthesis synthesis, Voices voices) throws SpeechException {
        Speaker speaker = new Speaker(synthesis, voices);
        try {
            speaker.warmUp();
            return speaker;
        } catch (RuntimeException | SpeechException e) {
            speaker.close();
            throw e;
        }
    }

    Voices voices() {
        return voices;
    }

    void say(String phonemes, String voice, float speed, AudioSink sink) throws SpeechException {
        boolean wanted = true;
        boolean later = false;
        for (int[] tokens : Utterances.of(Vocabulary.tokens(phonemes))) {
            if (wanted && Vocabulary.sounds(tokens)) {
                wanted = (!later || sink.accept(PAUSE)) && say(tokens, voice, speed, sink);
                later = true;
            }
        }
    }

    /** Frees the native memory; an utterance that is not at its end then fails. Closing twice has no effect. */
    @Override
    public void close() {
        synthesis.close();
    }

    /** @return whether more is wanted */
    private boolean say(int[] tokens, String voice, float speed, AudioSink sink) throws SpeechException {
        try {
            return synthesis.say(tokens, voice, speed, samples -> sink.accept(new AudioClip(Kokoro.SAMPLE_RATE_HZ, samples)));
        } catch (OrtException | IOException e) {
            throw new SpeechException("Kokoro failed on %d phonemes with voice %s".formatted(tokens.length, voice), e);
        }
    }

    private void warmUp() throws SpeechException {
        AtomicReference<AudioClip> begun = new AtomicReference<>(AudioClip.silence(Kokoro.SAMPLE_RATE_HZ, Duration.ZERO));
        say(WARM_UP, voices.names().iterator().next(), 1, piece -> {
            begun.set(piece);
            return false;
        });
        Duration duration = begun.get().duration();
        double level = Samples.level(begun.get().samples());
        boolean plausible = duration.compareTo(SHORTEST_WARM_UP) > 0 && duration.compareTo(LONGEST_WARM_UP) < 0;
        if (!plausible || level < QUIETEST_WARM_UP) {
            throw new IllegalStateException("Kokoro failed its warm-up: a word began with %d ms at a level of %.4f"
                    .formatted(duration.toMillis(), level));
        }
    }
}
