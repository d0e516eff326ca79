package switchboard.stt.moonshine;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.model.ModelStore;
import switchboard.api.stt.LoopGuard;
import switchboard.api.stt.QuietCuts;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;

/**
 * Moonshine tiny, English. Thread-safe: two transcriptions run at once, further ones wait in the order they came.
 *
 * <p>After {@link #close} it throws IllegalStateException.
 *
 * @see <a href="https://arxiv.org/abs/2410.15608">Moonshine: Speech Recognition for Live Transcription and Voice Commands</a>
 */
final class Moonshine implements SpeechToText, AutoCloseable {

    /** Longer speech at once was never tried. */
    private static final int LONGEST_SECONDS = 25;
    static final int SAMPLE_RATE_HZ = 16_000;
    static final String LANGUAGE = "en";

    private static final String WARM_UP_WORDS = "quick brown fox";
    private static final int PARALLEL = 2;
    /** Below 0.1 s the encoder's convolutions fail, below 0.2 s words are guesses. */
    private static final int SHORTEST_SAMPLES = SAMPLE_RATE_HZ / 5;

    private final Network network;
    private final Vocabulary vocabulary;
    private final RecentTexts recent = new RecentTexts();
    private final Semaphore permits = new Semaphore(PARALLEL, true);
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;

    private Moonshine(Network network, Vocabulary vocabulary) {
        this.network = network;
        this.vocabulary = vocabulary;
    }

    /**
     * Loads the model and proves it on a short sentence.
     *
     * @throws IllegalStateException if it hears other words
     */
    static Moonshine open(ModelStore store) throws OrtException, IOException, TranscriptionException {
        Vocabulary vocabulary = Vocabulary.read(store.file(MoonshineModel.FILES, "tokenizer.bin"));
        Moonshine moonshine = new Moonshine(Network.open(store), vocabulary);
        try {
            moonshine.warmUp();
            return moonshine;
        } catch (RuntimeException | IOException | TranscriptionException e) {
            moonshine.close();
            throw e;
        }
    }

    @Override
    public int sampleRateHz() {
        return SAMPLE_RATE_HZ;
    }

    @Override
    public Set<String> languages() {
        return Set.of(LANGUAGE);
    }

    @Override
    public String transcribe(AudioClip speech, String language) throws TranscriptionException {
        return transcribe(speech, language, "");
    }

    @Override
    public String transcribe(AudioClip speech, String language, String begun) throws TranscriptionException {
        speech.require(SAMPLE_RATE_HZ);
        if (!LANGUAGE.equals(language)) {
            throw new IllegalArgumentException("expected language %s, got %s".formatted(LANGUAGE, language));
        }
        requireFinite(speech.samples());
        acquire();
        try {
            return transcribeWhileOpen(speech, begun);
        } finally {
            permits.release();
        }
    }

    /** Waits for transcriptions that run, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                network.close();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private String transcribeWhileOpen(AudioClip speech, String begun) throws TranscriptionException {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("Moonshine has been retired");
            }
            StringBuilder text = new StringBuilder();
            int[] expected = recent.tokens(begun);
            for (AudioClip piece : QuietCuts.pieces(speech, LONGEST_SECONDS)) {
                text.append(words(piece, expected)).append(' ');
                expected = RecentTexts.NONE;
            }
            return text.toString().strip();
        } catch (OrtException e) {
            throw new TranscriptionException("Moonshine failed on this audio", e);
        } catch (CancellationException e) {
            throw new TranscriptionException("Moonshine gave up: nobody wants the words any more", e);
        } finally {
            life.readLock().unlock();
        }
    }

    private String words(AudioClip piece, int[] expected) throws OrtException {
        if (piece.samples().length < SHORTEST_SAMPLES) {
            return "";
        }
        int[] tokens = network.tokens(piece.samples(), expected);
        String text = Spelling.modern(LoopGuard.withoutLoop(vocabulary.text(tokens)));
        recent.remember(text, vocabulary.withoutLastMarks(tokens));
        return text;
    }

    /** A single sample that is no number silently empties the transcript: better to say so. */
    private static void requireFinite(float[] samples) throws TranscriptionException {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new TranscriptionException("sample %d is %s".formatted(i, samples[i]));
            }
        }
    }

    private void acquire() throws TranscriptionException {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TranscriptionException("interrupted while waiting for other transcriptions", e);
        }
    }

    private void warmUp() throws IOException, TranscriptionException {
        try (InputStream in = Objects.requireNonNull(Moonshine.class.getResourceAsStream("warm-up.wav"), "warm-up.wav")) {
            String heard = transcribe(Wav.read(in), LANGUAGE);
            if (!heard.toLowerCase(Locale.ROOT).contains(WARM_UP_WORDS)) {
                throw new IllegalStateException("Moonshine failed its warm-up: expected '%s', got '%s'".formatted(WARM_UP_WORDS, heard));
            }
        }
    }
}
