package switchboard.stt.whisper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.stt.QuietCuts;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;

/**
 * Whisper base, multilingual. Thread-safe: two transcriptions run at once, further ones wait in the order they came. One
 * that runs cannot be stopped; it takes about an eighth of the length of the speech, some 3 s more if the model gets stuck.
 *
 * <p>After {@link #close} it throws IllegalStateException.
 *
 * @see <a href="https://arxiv.org/abs/2212.04356">Robust Speech Recognition via Large-Scale Weak Supervision</a>
 */
final class Whisper implements SpeechToText, AutoCloseable {

    /** Well below the 30 s after which Whisper loses words. */
    private static final int LONGEST_SECONDS = 20;
    static final int SAMPLE_RATE_HZ = 16_000;
    /** Those of its 99 that the base size gets mostly right. */
    static final Set<String> LANGUAGES = Set.of("de", "en", "es", "fr", "it", "nl", "pt");

    private static final String WARM_UP_WORDS = "quick brown fox";
    /** Shorter sounds are clicks: the shortest words take longer, and have silence around them. */
    private static final int SHORTEST_SAMPLES = SAMPLE_RATE_HZ / 5;

    private final NativeWhisper whisper;

    private Whisper(NativeWhisper whisper) {
        this.whisper = whisper;
    }

    /**
     * Verifies and loads the model and proves it on a short sentence.
     *
     * @throws IOException           if the file is not exactly Whisper base, q8_0, or the native library cannot be loaded
     * @throws IllegalStateException if it hears other words
     */
    static Whisper open(Path weights) throws IOException, TranscriptionException {
        Whisper whisper = new Whisper(NativeWhisper.open(Weights.verified(weights)));
        try {
            whisper.warmUp();
            return whisper;
        } catch (RuntimeException | IOException | TranscriptionException e) {
            whisper.close();
            throw e;
        }
    }

    @Override
    public int sampleRateHz() {
        return SAMPLE_RATE_HZ;
    }

    @Override
    public Set<String> languages() {
        return LANGUAGES;
    }

    @Override
    public String transcribe(AudioClip speech, String language) throws TranscriptionException {
        speech.require(SAMPLE_RATE_HZ);
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("expected a language of %s, got %s".formatted(LANGUAGES, language));
        }
        requireFinite(speech.samples());
        whisper.requireOpen();
        StringBuilder text = new StringBuilder();
        for (AudioClip piece : QuietCuts.pieces(speech, LONGEST_SECONDS)) {
            text.append(words(piece.samples(), language)).append(' ');
        }
        return text.toString().strip();
    }

    /** Waits for transcriptions that run, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        whisper.close();
    }

    private String words(float[] samples, String language) throws TranscriptionException {
        if (samples.length < SHORTEST_SAMPLES) {
            return "";
        }
        Optional<PreparedSpeech> prepared = PreparedSpeech.of(samples);
        if (prepared.isEmpty()) {
            return "";
        }
        return SpokenWords.in(whisper.text(prepared.get(), language), prepared.get().seconds());
    }

    /** A single sample that is no number makes it write exclamation marks for seconds: better to say so. */
    private static void requireFinite(float[] samples) throws TranscriptionException {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new TranscriptionException("sample %d is %s".formatted(i, samples[i]));
            }
        }
    }

    private void warmUp() throws IOException, TranscriptionException {
        try (InputStream in = Objects.requireNonNull(Whisper.class.getResourceAsStream("warm-up.wav"), "warm-up.wav")) {
            String heard = transcribe(Wav.read(in), "en");
            if (!heard.toLowerCase(Locale.ROOT).contains(WARM_UP_WORDS)) {
                throw new IllegalStateException("Whisper failed its warm-up: expected '%s', got '%s'".formatted(WARM_UP_WORDS, heard));
            }
        }
    }
}
