package switchboard.stt.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.audio.AudioClip;
import switchboard.api.stt.TranscriptionException;
import switchboard.testkit.SampleSpeech;
import switchboard.testkit.TestModels;

@Tag("models")
class WhisperLifeTest {

    private static final String QUESTION = "could you please tell me what time the meeting starts tomorrow";

    @Test
    void many_at_once_all_hear_what_one_alone_hears() throws Exception {
        List<String> clips = List.of("turn_complete", "turn_incomplete", "turn_complete", "turn_incomplete", "turn_complete");
        ExecutorService callers = Executors.newFixedThreadPool(clips.size());
        try (Whisper whisper = load()) {
            List<Callable<String>> calls = new ArrayList<>();
            clips.forEach(clip -> calls.add(() -> hear(whisper, clip)));
            List<Future<String>> heard = callers.invokeAll(calls);
            for (int i = 0; i < clips.size(); i++) {
                assertThat(heard.get(i).get()).isEqualTo(hear(whisper, clips.get(i)));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void an_interrupted_caller_does_not_wait() throws Exception {
        try (Whisper whisper = load()) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(TranscriptionException.class).isThrownBy(() -> hear(whisper, "turn_complete"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(hear(whisper, "turn_complete")).isEqualTo(QUESTION);
        }
    }

    @Test
    void two_models_side_by_side_do_not_disturb_each_other() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try (Whisper old = load()) {
            Future<String> heard = callers.submit(() -> hear(old, "turn_complete"));
            try (Whisper next = load()) {
                assertThat(hear(next, "turn_complete")).isEqualTo(QUESTION);
            }
            assertThat(heard.get()).isEqualTo(QUESTION);
            assertThat(hear(old, "turn_complete")).isEqualTo(QUESTION);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void closing_waits_for_a_transcription_that_runs_and_refuses_the_next() throws Exception {
        Whisper retiring = load();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(callers.submit(() -> hearOrRetired(retiring)));
            }
            calls.get(0).get();
            retiring.close();
            for (Future<String> call : calls) {
                assertThat(call.get()).isIn(QUESTION, "retired");
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void a_retired_model_refuses_and_closing_twice_is_harmless() throws Exception {
        Whisper retired = load();
        retired.close();
        retired.close();
        assertThatIllegalStateException().isThrownBy(() -> retired.transcribe(SampleSpeech.clip("turn_complete"), "en"))
                .withMessage("Whisper has been retired");
        assertThatIllegalStateException().isThrownBy(() -> retired.transcribe(AudioClip.silence(16_000, Duration.ZERO), "en"));
    }

    @Test
    void a_cut_or_damaged_file_never_reaches_the_native_library(@TempDir Path folder) throws Exception {
        Path damaged = Files.copy(weights(), folder.resolve("damaged.bin"));
        try (RandomAccessFile file = new RandomAccessFile(damaged.toFile(), "rw")) {
            file.seek(70_000_000);
            int original = file.read();
            file.seek(70_000_000);
            file.write(~original);
        }
        assertThatIOException().isThrownBy(() -> Whisper.open(damaged)).withMessageContaining("expected SHA-256");
        byte[] cut = Arrays.copyOf(Files.readAllBytes(weights()), 1_000);
        Path truncated = Files.write(folder.resolve("cut.bin"), cut);
        assertThatIOException().isThrownBy(() -> Whisper.open(truncated)).withMessageContaining("expected 81768585 bytes, got 1000");
    }

    private static String hearOrRetired(Whisper whisper) throws TranscriptionException {
        try {
            return hear(whisper, "turn_complete");
        } catch (IllegalStateException e) {
            return "retired";
        }
    }

    private static String hear(Whisper whisper, String clip) throws TranscriptionException {
        return whisper.transcribe(SampleSpeech.clip(clip), "en").toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}", "");
    }

    private static Whisper load() throws Exception {
        return Whisper.open(weights());
    }

    private static Path weights() {
        return TestModels.path("whisper-base", "ggml-base-q8_0.bin");
    }
}
