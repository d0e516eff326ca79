package example.sphinx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.stt.SpeechToText;
import switchboard.api.stt.TranscriptionException;

/** Hears with a program that takes WAV and prints words, a process for each piece of speech. Thread-safe: nothing is shared. */
final class SphinxRecogniser implements SpeechToText, AutoCloseable {

    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final Set<String> LANGUAGES = Set.of("en");
    private static final List<String> COMMAND = List.of("pocketsphinx_continuous", "-infile", "/dev/stdin", "-logfn", "/dev/null");
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final List<String> command;
    private final Duration deadline;
    private volatile boolean retired;

    /**
     * @param command  reads WAV and prints words
     * @param deadline after which the program is destroyed, whatever it does
     */
    SphinxRecogniser(List<String> command, Duration deadline) {
        this.command = List.copyOf(command);
        this.deadline = deadline;
    }

    /**
     * A recogniser that has heard once. Blocks; belongs on the loader's thread.
     *
     * @throws TranscriptionException if the program is missing or fails
     */
    static SphinxRecogniser open() throws TranscriptionException {
        SphinxRecogniser recogniser = new SphinxRecogniser(COMMAND, DEADLINE);
        recogniser.transcribe(AudioClip.silence(SAMPLE_RATE_HZ, Duration.ofSeconds(1)), "en");
        return recogniser;
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
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("expected one of %s, got %s".formatted(LANGUAGES, language));
        }
        if (retired) {
            throw new IllegalStateException("this recogniser has retired");
        }
        return speech.require(SAMPLE_RATE_HZ).samples().length == 0 ? "" : hear(speech);
    }

    /** What is still being heard is heard to its end, or to the deadline. */
    @Override
    public void close() {
        retired = true;
    }

    private String hear(AudioClip speech) throws TranscriptionException {
        try {
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.onExit().orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> process.destroyForcibly());
            try {
                return words(process, speech);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new TranscriptionException("%s failed, or is not installed: %s".formatted(command.get(0), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TranscriptionException("nobody wants the words any more", e);
        }
    }

    private String words(Process process, AudioClip speech) throws IOException, InterruptedException, TranscriptionException {
        try (OutputStream in = process.getOutputStream()) {
            Wav.write(speech, in);
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new TranscriptionException("%s ended with status %d".formatted(command.get(0), status));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
    }
}
