package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.model.store.whisper.SyntheticWhisper;

/** A file that can no longer be had is made from others. */
class ConversionTest {

    @TempDir
    Path folder;

    private ModelHome home;

    @BeforeEach
    void publish_what_it_is_made_of() throws IOException {
        SyntheticWhisper.write(folder);
        home = new ModelHome();
        for (String file : List.of("model.bin", "vocabulary.txt")) {
            home.serve("/" + file, Files.readAllBytes(folder.resolve(file)));
        }
    }

    @AfterEach
    void close_the_model_home() {
        home.close();
    }

    @Test
    void a_file_whose_home_is_gone_is_converted() throws IOException {
        Path file = store(SyntheticWhisper.GGML_SHA256).file("whisper", "ggml.bin");

        assertThat(Verification.sha256(file)).isEqualTo(SyntheticWhisper.GGML_SHA256);
        assertThat(home.ranges()).hasSize(3);
    }

    @Test
    void it_is_converted_once() throws IOException {
        store(SyntheticWhisper.GGML_SHA256).file("whisper", "ggml.bin");
        store(SyntheticWhisper.GGML_SHA256).file("whisper", "ggml.bin");

        assertThat(home.ranges()).hasSize(3);
    }

    @Test
    void a_result_with_another_sum_is_refused() {
        String published = Verification.sha256("published");

        assertThatThrownBy(() -> store(published).file("whisper", "ggml.bin"))
                .hasMessageContaining("answered 404")
                .hasMessageContaining("conversion faster-whisper (whisper/ggml.bin: expected sha256 " + published);
        assertThat(folder.resolve("models/whisper/ggml.bin")).doesNotExist();
        assertThat(folder.resolve("models/whisper/ggml.bin.new")).doesNotExist();
    }

    @Test
    void an_input_with_another_sum_is_refused_by_name() throws IOException {
        DiskModelStore store = store(SyntheticWhisper.GGML_SHA256);
        byte[] damaged = Files.readAllBytes(folder.resolve("model.bin"));
        damaged[5_000] ^= 1;
        home.serve("/model.bin", damaged);

        assertThatThrownBy(() -> store.file("whisper", "ggml.bin"))
                .hasMessageContaining("conversion faster-whisper (whisper/model.bin could not be fetched")
                .hasMessageContaining("whisper/model.bin: expected sha256");
    }

    private DiskModelStore store(String sha256) throws IOException {
        List<Catalogue.Weights> inputs = List.of(input("model.bin"), input("vocabulary.txt"));
        List<Catalogue.Source> sources = List.of(url("/gone"), new Catalogue.Source("conversion", List.of("faster-whisper"), "", "", inputs));
        return new DiskModelStore(
                new Catalogue(List.of(new Catalogue.Model("whisper", "1", "MIT", true,
                        List.of(new Catalogue.Weights("ggml.bin", SyntheticWhisper.GGML_BYTES, sha256, sources))))),
                new Locations(folder.resolve("models"), folder.resolve("derived"), Optional.empty(), false, false));
    }

    private Catalogue.Weights input(String file) throws IOException {
        return new Catalogue.Weights(file, Files.size(folder.resolve(file)), Verification.sha256(folder.resolve(file)), List.of(url("/" + file)));
    }

    private Catalogue.Source url(String path) {
        return new Catalogue.Source("url", List.of(home.address(path)), "", "", List.of());
    }
}
