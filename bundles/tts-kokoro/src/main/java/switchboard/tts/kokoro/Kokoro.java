package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.tts.kokoro.rewrite.Part;

/**
 * Kokoro-82M: says phonemes in the style of a voice. Thread-safe; all callers share the same three graphs.
 *
 * <p>The first piece of an utterance is handed over before the rest of it is computed: after an eighth of a second instead
 * of a fifth of its length.
 *
 * <p>A text without anything to pronounce is no error: it has no audio.
 *
 * @see <a href="https://huggingface.co/hexgrad/Kokoro-82M">Kokoro-82M</a>
 */
final class Kokoro implements TextToSpeech, AutoCloseable {

    static final int SAMPLE_RATE_HZ = 24_000;

    private static final String WARM_UP = "hˈɛlO, hˌW kæn ˌI hˈɛlp ju?";
    private static final Duration SHORTEST_WARM_UP = Duration.ofMillis(700);
    private static final Duration LONGEST_WARM_UP = Duration.ofMillis(4_000);
    private static final double QUIETEST_WARM_UP = 0.01;
    /** Between utterances that were cut apart because they were too long. */
    private static final AudioClip PAUSE = AudioClip.silence(SAMPLE_RATE_HZ, Duration.ofMillis(200));

    private final Synthesis synthesis;
    private final Voices voices;
    private final Phonemizer phonemizer;

    private Kokoro(Synthesis synthesis, Voices voices, Phonemizer phonemizer) {
        this.synthesis = synthesis;
        this.voices = voices;
        this.phonemizer = phonemizer;
    }

    /**
     * Loads the model and proves it on one sentence.
     *
     * @param graphs from {@link FastGraphs}
     * @throws IllegalStateException if what it says is no speech
     */
    static Kokoro open(Map<Part, Path> graphs, Voices voices, Phonemizer phonemizer) throws OrtException, SpeechException {
        Kokoro kokoro = new Kokoro(new Synthesis(Graphs.open(graphs), voices), voices, phonemizer);
        try {
            kokoro.warmUp();
            return kokoro;
        } catch (RuntimeException | SpeechException e) {
            kokoro.close();
            throw e;
        }
    }

    @Override
    public int sampleRateHz() {
        return SAMPLE_RATE_HZ;
    }

    @Override
    public Set<String> voices() {
        return voices.names();
    }

    @Override
    public void speak(SpeechRequest request, AudioSink sink) throws SpeechException {
        requireVoice(request.voice());
        say(phonemizer.phonemes(request.text()), request.voice(), (float) request.speed(), sink);
    }

    /** Frees the native memory; an utterance that is not at its end then fails. Closing twice has no effect. */
    @Override
    public void close() {
        synthesis.close();
    }

    private void say(String phonemes, String voice, float speed, AudioSink sink) throws SpeechException {
        boolean wanted = true;
        boolean later = false;
        for (int[] tokens : Utterances.of(Vocabulary.tokens(phonemes))) {
            if (wanted && Vocabulary.sounds(tokens)) {
                wanted = (!later || sink.accept(PAUSE)) && say(tokens, voice, speed, sink);
                later = true;
            }
        }
    }

    /** @return whether more is wanted */
    private boolean say(int[] tokens, String voice, float speed, AudioSink sink) throws SpeechException {
        try {
            return synthesis.say(tokens, voice, speed, samples -> sink.accept(new AudioClip(SAMPLE_RATE_HZ, samples)));
        } catch (OrtException | IOException e) {
            throw new SpeechException("Kokoro failed on %d phonemes with voice %s".formatted(tokens.length, voice), e);
        }
    }

    private void requireVoice(String voice) {
        if (!voices.names().contains(voice)) {
            throw new IllegalArgumentException("expected one of %s, got %s".formatted(voices.names(), voice));
        }
    }

    private void warmUp() throws SpeechException {
        List<float[]> pieces = new ArrayList<>();
        say(WARM_UP, voices.names().iterator().next(), 1, piece -> pieces.add(piece.samples()));
        AudioClip spoken = new AudioClip(SAMPLE_RATE_HZ, joined(pieces));
        Duration duration = spoken.duration();
        double level = Samples.level(spoken.samples());
        boolean plausible = duration.compareTo(SHORTEST_WARM_UP) > 0 && duration.compareTo(LONGEST_WARM_UP) < 0;
        if (!plausible || level < QUIETEST_WARM_UP) {
            throw new IllegalStateException("Kokoro failed its warm-up: a short sentence took %d ms at a level of %.4f"
                    .formatted(duration.toMillis(), level));
        }
    }

    private static float[] joined(List<float[]> pieces) {
        float[] joined = new float[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (float[] piece : pieces) {
            System.arraycopy(piece, 0, joined, at, piece.length);
            at += piece.length;
        }
        return joined;
    }
}
