package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCommandTest {

    @TempDir
    Path folder;

    private CacheCommand command;

    @BeforeEach
    void fill() throws IOException {
        Locations locations = new Locations(folder.resolve("models"), folder.resolve("derived"), Optional.empty(), true, false);
        command = new CacheCommand(locations);
        DerivedFiles files = new DerivedFiles(locations.derived(), false);
        files.find("graph.onnx", "source=abc", target -> Files.write(target, new byte[3_000_000]));
        files.find("words.lexicon", "source=def", target -> Files.write(target, new byte[1_000_000]));
    }

    @Test
    void the_largest_come_first_and_all_are_added_up() throws IOException {
        assertThat(command.cache().lines()).satisfiesExactly(
                first -> assertThat(first).contains(DerivedFiles.id("source=abc"), "graph.onnx", "3.0 MB"),
                second -> assertThat(second).contains("words.lexicon", "1.0 MB"),
                last -> assertThat(last).isEqualTo("2 files, 4.0 MB of at most 2000.0 MB, in " + folder.resolve("derived")));
    }

    @Test
    void what_a_file_was_computed_from_is_told_by_its_name_or_its_id() throws IOException {
        assertThat(command.cache("explain", "graph.onnx")).contains("source=abc").doesNotContain("source=def");
        assertThat(command.cache("explain", DerivedFiles.id("source=def"))).contains("source=def");
        assertThat(command.cache("explain", "nothing")).isEqualTo("there is no such file; voice:cache lists them");
    }

    @Test
    void one_file_or_all_are_removed() throws IOException {
        assertThat(command.cache("clear", "graph.onnx")).isEqualTo("1 files removed, 3.0 MB");
        assertThat(command.cache()).startsWith(DerivedFiles.id("source=def"));
        assertThat(command.cache("clear", "nothing")).isEqualTo("0 files removed, 0.0 MB");
        assertThat(command.cache("clear")).isEqualTo("1 files removed, 1.0 MB");
        assertThat(command.cache()).startsWith("0 files");
    }

    @Test
    void programs_read_it_as_json() throws IOException {
        assertThat(JsonParser.parseString(command.cache("--json")).getAsJsonArray().get(0).getAsJsonObject().get("key").getAsString())
                .isEqualTo("source=abc");
    }

    @Test
    void whoever_asks_for_something_else_is_told_how() throws IOException {
        assertThat(command.cache("empty")).startsWith("usage: voice:cache");
        assertThat(command.cache("explain")).startsWith("usage: voice:cache");
    }
}
