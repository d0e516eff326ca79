package example.espeak;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/**
 * Speaks with espeak-ng, a process for each sentence. Thread-safe: nothing is shared between two sentences.
 *
 * <p>espeak-ng is free under the GPL; as a program of its own, which is not linked, it asks nothing of this code.
 */
final class EspeakVoice implements TextToSpeech, AutoCloseable {

    private static final int SAMPLE_RATE_HZ = 22_050;
    private static final Set<String> VOICES = Set.of("en-us", "en-gb");
    private static final int MOST_CHARACTERS = 5_000;

    /** For a machine on which everything else runs too; a sentence takes some hundredths of a second. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration SHORTEST_WARM_UP = Duration.ofMillis(500);

    private final String program;
    private final Duration deadline;
    private final Set<Utterance> running = ConcurrentHashMap.newKeySet();
    private volatile boolean retired;

    EspeakVoice(String program, Duration deadline) {
        this.program = program;
        this.deadline = deadline;
    }

    /**
     * A voice that has spoken once. Blocks; belongs on the loader's thread.
     *
     * @throws SpeechException       if espeak-ng is missing or fails
     * @throws IllegalStateException if what it says is no speech
     */
    static EspeakVoice open() throws SpeechException {
        EspeakVoice voice = new EspeakVoice("espeak-ng", DEADLINE);
        voice.warmUp();
        return voice;
    }

    @Override
    public int sampleRateHz() {
        return SAMPLE_RATE_HZ;
    }

    @Override
    public Set<String> voices() {
        return VOICES;
    }

    @Override
    public void speak(SpeechRequest request, AudioSink sink) throws SpeechException {
        if (!VOICES.contains(request.voice())) {
            throw new IllegalArgumentException("expected one of %s, got %s".formatted(VOICES, request.voice()));
        }
        requireOpen();
        if (request.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
            say(plain(request.text()), request, sink);
        }
    }

    /** Ends what is still being said, with a {@link SpeechException} there. Closing twice has no effect. */
    @Override
    public void close() {
        retired = true;
        running.forEach(Utterance::close);
    }

    private void say(String text, SpeechRequest request, AudioSink sink) throws SpeechException {
        try (Utterance utterance = begin(request)) {
            running.add(utterance);
            try {
                requireOpen(); // again: who retires meanwhile may not have seen this one
                utterance.say(text, SAMPLE_RATE_HZ, sink);
            } finally {
                running.remove(utterance);
            }
        } catch (IOException e) {
            throw new SpeechException("%s failed: %s".formatted(program, e.getMessage()), e);
        }
    }

    private Utterance begin(SpeechRequest request) throws SpeechException {
        try {
            return Utterance.begin(program, deadline, request.voice(), request.speed());
        } catch (IOException e) {
            throw new SpeechException("%s cannot be started; install it with: apt-get install espeak-ng".formatted(program), e);
        }
    }

    private void requireOpen() {
        if (retired) {
            throw new IllegalStateException("this voice has retired");
        }
    }

    /** What espeak-ng would take for phonemes in brackets, or for anything but text, is gone. */
    private static String plain(String text) throws SpeechException {
        if (text.length() > MOST_CHARACTERS) {
            throw new SpeechException("expected a sentence of at most %d characters, got %d".formatted(MOST_CHARACTERS, text.length()));
        }
        return text.replaceAll("[\\p{Cntrl}\\[\\]]", " ");
    }

    private void warmUp() throws SpeechException {
        long[] samples = {0};
        double[] loudest = {0};
        speak(new SpeechRequest("Hello, how can I help you?", "en-us", 1), piece -> {
            samples[0] += piece.samples().length;
            for (float sample : piece.samples()) {
                loudest[0] = Math.max(loudest[0], Math.abs(sample));
            }
            return true;
        });
        if (samples[0] < SAMPLE_RATE_HZ * SHORTEST_WARM_UP.toMillis() / 1_000 || loudest[0] < 0.05) {
            throw new IllegalStateException("espeak-ng failed its warm-up: %d samples, the loudest %.3f".formatted(samples[0], loudest[0]));
        }
    }
}
