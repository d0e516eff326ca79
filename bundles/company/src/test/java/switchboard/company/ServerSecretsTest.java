package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.company.SecretException;

class ServerSecretsTest {

    @TempDir
    Path folder;

    @Test
    void a_variable_goes_before_a_file() throws Exception {
        put("KEY", "of the file", "rw-------");

        assertThat(secrets(Map.of("KEY", " of the variable ")).get("KEY")).isEqualTo("of the variable");
        assertThat(secrets(Map.of("KEY", " ")).get("KEY")).isEqualTo("of the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------"})
    void a_file_that_only_its_owner_may_use_is_read(String mode) throws Exception {
        put("KEY", "k-1\n", mode);
        assertThat(secrets(Map.of()).get("KEY")).isEqualTo("k-1");
    }

    @Test
    void an_exchanged_secret_is_read_at_once() throws Exception {
        put("KEY", "old", "rw-------");
        ServerSecrets secrets = secrets(Map.of());
        assertThat(secrets.get("KEY")).isEqualTo("old");

        put("KEY", "new", "rw-------");
        assertThat(secrets.get("KEY")).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx------", "rw-rw-rw-"})
    void a_file_that_others_may_use_is_refused_with_the_remedy(String mode) throws IOException {
        Path file = put("KEY", "k-1", mode);

        assertThatThrownBy(() -> secrets(Map.of()).get("KEY")).isInstanceOf(SecretException.class)
                .hasMessage("others may use %s (%s); run: chmod 600 %s".formatted(file, mode, file)).hasMessageNotContaining("k-1");
    }

    @Test
    void a_secret_that_is_nowhere_is_refused_with_both_ways_to_set_it() {
        assertThatThrownBy(() -> secrets(Map.of()).get("KEY"))
                .hasMessageContaining("set the environment variable KEY").hasMessageContaining(folder.resolve("KEY") + " and run chmod 600");
    }

    @Test
    void an_empty_file_and_one_that_is_no_text_are_refused_without_showing_it() throws IOException {
        put("EMPTY", " \n", "rw-------");
        assertThatThrownBy(() -> secrets(Map.of()).get("EMPTY")).hasMessageContaining("is empty");

        Files.write(put("BINARY", "", "rw-------"), new byte[] {'k', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> secrets(Map.of()).get("BINARY")).hasMessageContaining("cannot be read as text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../KEY", "a/b", "/etc/passwd", ".", "key", ""})
    void a_name_that_is_a_path_is_refused(String name) {
        assertThatThrownBy(() -> secrets(Map.of()).get(name)).isInstanceOf(SecretException.class).hasMessageContaining("capital letters");
    }

    private ServerSecrets secrets(Map<String, String> environment) {
        return new ServerSecrets(environment::get, folder);
    }

    private Path put(String name, String text, String mode) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
