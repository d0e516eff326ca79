package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {

    private static final String WEIGHTS = "0123456789".repeat(1_000);

    @TempDir
    Path folder;

    private ModelHome home;

    @BeforeEach
    void open_the_model_home() throws IOException {
        home = new ModelHome().serve("/voice", WEIGHTS.getBytes(StandardCharsets.US_ASCII));
    }

    @AfterEach
    void close_the_model_home() {
        home.close();
    }

    @Test
    void each_file_that_came_is_one_line() {
        assertThat(fetch(0, false)).hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("needed/voice  0.0 MB"))
                .endsWith("models: 1 files verified, 1 of them fetched");
    }

    @Test
    void when_everything_is_there_one_line_says_so() {
        fetch(0, false);

        assertThat(fetch(0, false)).containsExactly("models: 1 files verified");
        assertThat(fetch(0, true)).containsExactly("models: 1 files verified");
    }

    @Test
    void an_optional_model_is_fetched_only_by_name() {
        fetch(0, false);
        assertThat(folder.resolve("models/extra/voice")).doesNotExist();

        fetch(0, false, "extra");
        assertThat(folder.resolve("models/extra/voice")).hasContent(WEIGHTS);
    }

    @Test
    void a_model_that_cannot_be_had_does_not_keep_others_away() {
        assertThat(fetch(1, false, "gone", "needed"))
                .anySatisfy(line -> assertThat(line)
                        .contains("gone/voice could not be fetched. Tried: url " + home.address("/gone"))
                        .contains("/gone answered 404").contains("Remedy: ").contains("has gone/voice"))
                .endsWith("models: 1 files verified, 1 of them fetched; 1 models are not complete");
    }

    @Test
    void a_terminal_shows_a_bar_and_then_clears_it() {
        assertThat(String.join("\n", fetch(0, true)))
                .contains("needed/voice  [====================] 100 %  0.0 of 0.0 MB")
                .contains("\u001b[K");
    }

    @Test
    void a_damaged_file_comes_again() throws IOException {
        fetch(0, false);
        Files.writeString(folder.resolve("models/needed/voice"), "cut");

        assertThat(fetch(0, false)).endsWith("models: 1 files verified, 1 of them fetched");
        assertThat(folder.resolve("models/needed/voice")).hasContent(WEIGHTS);
    }

    @Test
    void an_unknown_model_is_named() {
        assertThat(fetch(1, false, "vioce")).containsExactly("unknown model 'vioce'; models.json has needed, extra, gone");
    }

    private List<String> fetch(int exit, boolean terminal, String... names) {
        Catalogue catalogue = new Catalogue(List.of(model("needed", "/voice", false), model("extra", "/voice", true), model("gone", "/gone", true)));
        Locations locations = new Locations(folder.resolve("models"), folder.resolve("derived"), Optional.empty(), false, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Fetch.fetch(List.of(names), catalogue, locations, new PrintStream(out, true, StandardCharsets.UTF_8), terminal)).isEqualTo(exit);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Catalogue.Model model(String name, String path, boolean optional) {
        Catalogue.Source source = new Catalogue.Source("url", List.of(home.address(path)), "", "", List.of());
        return new Catalogue.Model(name, "1", "MIT", optional,
                List.of(new Catalogue.Weights("voice", WEIGHTS.length(), Verification.sha256(WEIGHTS), List.of(source))));
    }
}
