package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/**
 * Kokoro-82M: says phonemes in the style of a voice. Thread-safe; all callers share one network.
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
    private static final int PAUSE_SAMPLES = SAMPLE_RATE_HZ / 5;

    private final Network network;
    private final Voices voices;
    private final Phonemizer phonemizer;

    private Kokoro(Network network, Voices voices, Phonemizer phonemizer) {
        this.network = network;
        this.voices = voices;
        this.phonemizer = phonemizer;
    }

    /**
     * Loads the model and proves it on one sentence.
     *
     * @param graph from {@link FastGraph}
     * @throws IllegalStateException if what it says is no speech
     */
    static Kokoro open(Path graph, Voices voices, Phonemizer phonemizer) throws OrtException, SpeechException {
        Kokoro kokoro = new Kokoro(Network.openOptimised(graph), voices, phonemizer);
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

    /** Waits for utterances being said, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        network.close();
    }

    private void say(String phonemes, String voice, float speed, AudioSink sink) throws SpeechException {
        boolean first = true;
        for (int[] tokens : Utterances.of(Vocabulary.tokens(phonemes))) {
            if (!Vocabulary.sounds(tokens)) {
                continue;
            }
            float[] samples = audible(tokens, voice, speed);
            if (!sink.accept(new AudioClip(SAMPLE_RATE_HZ, first ? samples : afterPause(samples)))) {
                return;
            }
            first = false;
        }
    }

    private float[] audible(int[] tokens, String voice, float speed) throws SpeechException {
        try {
            return clipped(Silence.trimmed(network.say(tokens, voices.style(voice, tokens.length), speed)));
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
        List<AudioClip> pieces = new ArrayList<>();
        say(WARM_UP, voices.names().iterator().next(), 1, pieces::add);
        AudioClip spoken = pieces.get(0);
        Duration duration = spoken.duration();
        double level = level(spoken.samples());
        boolean plausible = duration.compareTo(SHORTEST_WARM_UP) > 0 && duration.compareTo(LONGEST_WARM_UP) < 0;
        if (!plausible || level < QUIETEST_WARM_UP) {
            throw new IllegalStateException("Kokoro failed its warm-up: a short sentence took %d ms at a level of %.4f"
                    .formatted(duration.toMillis(), level));
        }
    }

    /** Root mean square; full scale is 1. */
    private static double level(float[] samples) {
        double squares = 0;
        for (float sample : samples) {
            squares += (double) sample * sample;
        }
        return Math.sqrt(squares / samples.length);
    }

    private static float[] clipped(float[] samples) throws SpeechException {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new SpeechException("Kokoro's sample %d is %f".formatted(i, samples[i]));
            }
            samples[i] = Math.max(-1, Math.min(1, samples[i]));
        }
        return samples;
    }

    private static float[] afterPause(float[] samples) {
        float[] later = new float[PAUSE_SAMPLES + samples.length];
        System.arraycopy(samples, 0, later, PAUSE_SAMPLES, samples.length);
        return later;
    }
}
