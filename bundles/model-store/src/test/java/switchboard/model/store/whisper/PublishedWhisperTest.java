package switchboard.model.store.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.testkit.TestModels;

/**
 * Converts faster-whisper's own weights, unpacked in {@code <switchboard.faster.whisper>/<model>}; skipped without them, for
 * nothing else needs them on disk.
 */
@Tag("models")
class PublishedWhisperTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"whisper-base, ggml-base-q8_0.bin", "whisper-tiny-en, ggml-tiny.en-q8_0.bin"})
    void the_result_equals_the_published_file(String model, String file) throws IOException {
        Path source = Path.of(System.getProperty("switchboard.faster.whisper", "missing"), model);
        assumeTrue(Files.isRegularFile(source.resolve("model.bin")), "no faster-whisper weights in " + source);

        Path converted = folder.resolve(file);
        WhisperConversion.convert(source.resolve("model.bin"), source.resolve("vocabulary.txt"), converted);

        assertThat(Files.mismatch(converted, TestModels.path(model, file))).isEqualTo(-1);
    }
}
