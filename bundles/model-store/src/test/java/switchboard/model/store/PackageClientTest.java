package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageClientTest {

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    @Test
    void it_runs_where_its_files_are_wanted() throws IOException {
        run("sh", "-c", "echo weights > package.whl; echo noise");

        assertThat(Files.list(folder)).containsExactly(folder.resolve("package.whl"));
    }

    @Test
    void a_failure_is_told_in_the_last_words_of_the_client() {
        assertThatThrownBy(() -> run("sh", "-c", "echo a; echo b; echo; echo retrying; echo no such package >&2; exit 1"))
                .hasMessage("sh failed: b / retrying / no such package");
    }

    @Test
    void a_failure_without_words_is_told_too() {
        assertThatThrownBy(() -> run("sh", "-c", "exit 1")).hasMessage("sh failed: it gave no reason");
    }

    @Test
    void a_client_that_is_not_installed_is_named() {
        assertThatThrownBy(() -> run("no-such-client", "download"))
                .hasMessage("no-such-client is needed for this source and does not start; install it");
    }

    private void run(String... command) throws IOException {
        new PackageClient(command[0], List.of(command), scratch).run(folder, bytes -> {});
    }
}
