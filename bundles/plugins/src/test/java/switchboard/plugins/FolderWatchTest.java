package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

    @TempDir
    Path folder;
    private FolderWatch watch;

    @BeforeEach
    void begin() {
        watch = new FolderWatch(folder);
    }

    @Test
    void a_file_counts_when_two_looks_found_it_the_same() throws IOException {
        Path jar = write("a.jar", "half");
        assertThat(watch.look().settled()).isEmpty();
        write("a.jar", "half and half");
        assertThat(watch.look().settled()).isEmpty();

        assertThat(watch.look().settled()).containsExactly(jar);
        assertThat(watch.look().settled()).isEmpty();
    }

    @Test
    void a_changed_file_counts_again() throws IOException {
        Path jar = write("a.jar", "one");
        settle();
        write("a.jar", "two");
        watch.look();

        assertThat(watch.look().settled()).containsExactly(jar);
    }

    @Test
    void a_file_is_gone_when_two_looks_missed_it() throws IOException {
        Path jar = write("a.jar", "one");
        settle();
        Files.delete(jar);

        assertThat(watch.look().gone()).isEmpty();
        assertThat(watch.look().gone()).containsExactly("a.jar");
        assertThat(watch.look().gone()).isEmpty();
    }

    @Test
    void a_file_that_is_exchanged_between_two_looks_was_never_gone() throws IOException {
        Path jar = write("a.jar", "one");
        settle();
        Files.delete(jar);
        assertThat(watch.look().gone()).isEmpty();
        write("a.jar", "two");

        assertThat(watch.look()).isEqualTo(new FolderWatch.Changes(List.of(), List.of()));
        assertThat(watch.look()).isEqualTo(new FolderWatch.Changes(List.of(jar), List.of()));
    }

    @Test
    void a_file_that_vanished_before_it_settled_was_never_there() throws IOException {
        Path jar = write("a.jar", "one");
        watch.look();
        Files.delete(jar);

        assertThat(watch.look().gone()).isEmpty();
        assertThat(watch.look().gone()).isEmpty();
    }

    @Test
    void a_forgotten_file_is_not_gone() throws IOException {
        Path jar = write("a.jar", "one");
        settle();
        Files.delete(jar);
        watch.forget("a.jar");
        watch.look();

        assertThat(watch.look().gone()).isEmpty();
    }

    @Test
    void what_leads_nowhere_is_seen_too_and_ends_no_watch() throws IOException {
        Path nowhere = Files.createSymbolicLink(folder.resolve("a.jar"), folder.resolve("none"));
        Path circle = Files.createSymbolicLink(folder.resolve("b.jar"), folder.resolve("b.jar"));
        Path directory = Files.createDirectory(folder.resolve("c.jar"));
        watch.look();

        assertThat(watch.look().settled()).containsExactly(nowhere, circle, directory);
    }

    @Test
    void only_jars_and_the_list_of_checksums_count() throws IOException {
        write("notes.txt", "x");
        write(".hidden.jar", "x");
        Path list = write("sha256sums", "x");
        watch.look();

        assertThat(watch.look().settled()).containsExactly(list);
    }

    @Test
    void a_folder_that_does_not_exist_is_empty() throws IOException {
        watch = new FolderWatch(folder.resolve("none"));

        assertThat(watch.look()).isEqualTo(new FolderWatch.Changes(List.of(), List.of()));
    }

    private void settle() throws IOException {
        watch.look();
        watch.look();
    }

    private Path write(String name, String content) throws IOException {
        return JarFiles.touch(Files.writeString(folder.resolve(name), content));
    }
}
