package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import switchboard.model.store.DerivedFiles.Entry;

class DerivedFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;

    private int computed;

    @Test
    void what_is_kept_can_be_explained() throws IOException {
        find("graph.onnx", "source=abc runtime=1.29", 10);
        assertThat(files(1_000).all()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("graph.onnx");
            assertThat(entry.bytes()).isEqualTo(10);
            assertThat(entry.key()).isEqualTo("source=abc runtime=1.29");
            assertThat(entry.used()).isEqualTo(NOW);
        });
    }

    @Test
    void of_a_key_as_long_as_a_book_the_beginning_is_kept_and_all_of_it_counts() throws IOException {
        String book = "word ".repeat(1_000);
        find("embeddings.f32", book, 1);
        find("embeddings.f32", book, 1);
        find("embeddings.f32", book + "more", 1);
        assertThat(computed).isEqualTo(2);
        assertThat(files(1_000).all()).allSatisfy(entry -> assertThat(entry.key()).hasSize(1_000));
    }

    @Test
    void a_file_that_lies_under_another_key_is_computed_again() throws IOException {
        Path file = find("graph.onnx", "a", 10);
        Files.writeString(file.resolveSibling("graph.onnx.key"), Verification.sha256("b") + "\nb");
        find("graph.onnx", "a", 10);
        assertThat(computed).isEqualTo(2);
    }

    @Test
    void a_file_without_its_seal_or_its_key_was_never_finished() throws IOException {
        for (String lost : List.of("graph.onnx.sha256", "graph.onnx.key", "graph.onnx")) {
            Path file = find("graph.onnx", "a", 10);
            Files.delete(file.resolveSibling(lost));
            int before = computed;
            find("graph.onnx", "a", 10);
            assertThat(computed).as(lost).isEqualTo(before + 1);
        }
    }

    @Test
    void what_a_process_left_that_died_is_removed() throws IOException {
        Path left = folder.resolve(DerivedFiles.id("a")).resolve("graph.onnx123.partial");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half");
        find("graph.onnx", "a", 10);
        assertThat(left).doesNotExist();
    }

    @Test
    void what_nobody_used_for_a_month_goes() throws IOException {
        find("old", "old", 10);
        find("recent", "recent", 10);
        age("old", Duration.ofDays(31));
        age("recent", Duration.ofDays(29));
        find("new", "new", 10);
        assertThat(names()).containsExactlyInAnyOrder("recent", "new");
    }

    @Test
    void what_never_became_whole_goes() throws IOException {
        for (String key : List.of("given up", "on its way")) {
            assertThatIOException().isThrownBy(() -> files(1_000).find("graph.onnx", key, target -> {
                throw new IOException("no");
            }));
        }
        age("given up", Duration.ofHours(2));
        Files.setLastModifiedTime(folder.resolve(DerivedFiles.id("on its way")).resolve(FolderLock.FILE), FileTime.from(NOW));
        find("graph.onnx", "a", 10);
        assertThat(folder.resolve(DerivedFiles.id("given up"))).doesNotExist();
        assertThat(folder.resolve(DerivedFiles.id("on its way"))).exists();
    }

    @Test
    void what_was_unused_for_longest_makes_room() throws IOException {
        find("oldest", "oldest", 40);
        find("older", "older", 40);
        age("oldest", Duration.ofDays(2));
        age("older", Duration.ofDays(1));
        find("new", "new", 40);
        assertThat(names()).containsExactlyInAnyOrder("older", "new");
    }

    @Test
    void what_somebody_has_just_asked_for_stays_even_if_it_is_too_much() throws IOException {
        find("first", "first", 80);
        find("second", "second", 80);
        assertThat(names()).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void what_was_removed_is_computed_again() throws IOException {
        find("graph.onnx", "a", 10);
        for (Entry entry : files(1_000).all()) {
            files(1_000).remove(entry);
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(find("graph.onnx", "a", 10)).exists();
        assertThat(computed).isEqualTo(2);
    }

    @Test
    void a_disk_that_is_full_leaves_nothing_and_the_next_attempt_is_whole() throws IOException {
        assertThatIOException().isThrownBy(() -> files(1_000).find("graph.onnx", "a", target -> {
            Files.write(target, new byte[5]);
            Files.write(Path.of("/dev/full"), new byte[5]); // or there is no such device: it fails as well
        }));
        assertThat(files(1_000).all()).isEmpty();
        assertThat(find("graph.onnx", "a", 10)).hasSize(10);
    }

    @Test
    @Timeout(60)
    void two_servers_at_once_compute_it_once() throws Exception {
        Path log = folder.resolveSibling("computed.log");
        Files.deleteIfExists(log);
        List<Process> servers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            servers.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                    Server.class.getName(), folder.toString(), log.toString()).inheritIO().start());
        }
        for (Process server : servers) {
            assertThat(server.waitFor()).isZero();
        }
        assertThat(log).hasContent("computed");
        assertThat(names()).containsExactly("graph.onnx");
    }

    /** A process of its own. */
    static final class Server {

        private Server() {
        }

        /** @param arguments the folder of the cache, and a file that gets a line for each computation */
        public static void main(String[] arguments) throws IOException {
            Path found = new DerivedFiles(Path.of(arguments[0]), false).find("graph.onnx", "a", target -> {
                Files.write(target, new byte[1_000_000]);
                Files.writeString(Path.of(arguments[1]), "computed\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            });
            if (Files.size(found) != 1_000_000) {
                throw new IOException("it is not whole");
            }
        }
    }

    private Path find(String name, String key, int bytes) throws IOException {
        return files(100).find(name, key, target -> {
            computed++;
            Files.write(target, new byte[bytes]);
        });
    }

    private DerivedFiles files(long mostBytes) {
        return new DerivedFiles(folder, false, mostBytes, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void age(String key, Duration unused) throws IOException {
        Files.setLastModifiedTime(folder.resolve(DerivedFiles.id(key)).resolve(FolderLock.FILE), FileTime.from(NOW.minus(unused)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> homes = Files.list(folder)) {
            assertThat(homes).allSatisfy(home -> assertThat(home).isDirectory());
        }
        return files(1_000).all().stream().map(Entry::name).toList();
    }
}
