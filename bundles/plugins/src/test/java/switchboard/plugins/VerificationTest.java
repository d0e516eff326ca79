package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.plugins.sample.Unfit;

class VerificationTest {

    @TempDir
    static Path keyFolder;
    private static Keys keys;

    @TempDir
    Path folder;
    private Path trusted;
    private Path jar;

    @BeforeAll
    static void make_keys() throws Exception {
        keys = new Keys(keyFolder).make("author").make("stranger").make("late", "-startdate", "-10d", "-validity", "1")
                .make("authority", "-ext", "bc:c").make("employee").certify("employee", "authority")
                .make("server").certify("server", "authority", "-ext", "eku=serverAuth");
    }

    @BeforeEach
    void begin() throws Exception {
        trusted = Files.writeString(folder.resolve("trusted.pem"), keys.certificate("author"));
        jar = JarFiles.model(folder.resolve("voice.jar"), "voice", "1.0.0", "content");
    }

    @Test
    void what_a_trusted_author_signed_may_run() throws Exception {
        keys.sign(jar, "author");

        assertThat(objection("signed")).isEmpty();
    }

    @Test
    void what_somebody_signed_whom_a_trusted_authority_certified_may_run() throws Exception {
        Files.writeString(trusted, keys.certificate("authority"));
        keys.sign(jar, "employee");

        assertThat(objection("signed")).isEmpty();
    }

    @Test
    void what_is_not_signed_may_not() throws Exception {
        assertThat(objection("signed")).get().asString().contains("it is not signed", "jarsigner");
    }

    @Test
    void what_a_stranger_signed_may_not_and_the_operator_is_told_how_to_trust_them() throws Exception {
        keys.sign(jar, "stranger");

        assertThat(objection("signed")).get().asString().contains("CN=stranger, who is not trusted", "keytool -printcert -rfc -jarfile", trusted.toString());
    }

    @Test
    void a_certificate_that_is_over_does_not_count() throws Exception {
        Files.writeString(trusted, keys.certificate("late"));
        keys.sign(jar, "late");

        assertThat(objection("signed")).get().asString().contains("CN=late", "not accepted");
    }

    @Test
    void a_certificate_for_something_else_does_not_count() throws Exception {
        Files.writeString(trusted, keys.certificate("authority"));
        keys.sign(jar, "server");

        assertThat(objection("signed")).get().asString().contains("CN=server is not for signing code");
    }

    @Test
    void what_was_changed_after_it_was_signed_may_not() throws Exception {
        keys.sign(jar, "author");
        rewrite("content.txt", "something else");

        assertThat(objection("signed")).get().asString().contains("signature does not hold", "content.txt");
    }

    @Test
    void what_was_added_after_it_was_signed_may_not() throws Exception {
        keys.sign(jar, "author");
        rewrite("Added.class", "something more");

        assertThat(objection("signed")).get().asString().contains("Added.class in it is not signed");
    }

    @Test
    void without_a_file_of_whom_to_trust_nobody_is() throws Exception {
        keys.sign(jar, "author");
        Files.delete(trusted);

        assertThat(objection("signed")).get().asString().contains("there is no " + trusted);
    }

    @Test
    void a_change_of_whom_to_trust_is_noticed_once() throws Exception {
        Verification signed = Verification.named("signed", folder, trusted);
        assertThat(signed.changed()).isFalse();

        JarFiles.touch(trusted);

        assertThat(signed.changed()).isTrue();
        assertThat(signed.changed()).isFalse();
    }

    @Test
    void with_sha256_the_list_must_be_there_and_name_the_jar() throws Exception {
        assertThat(objection("sha256")).get().asString().contains("does not exist", PluginJar.digest(jar) + "  voice.jar");
        Files.writeString(folder.resolve("sha256sums"), PluginJar.digest(jar) + "  voice.jar\n");
        assertThat(objection("sha256")).isEmpty();
    }

    @Test
    void with_none_a_list_is_not_looked_at_and_without_a_demand_it_is() throws Exception {
        Files.writeString(folder.resolve("sha256sums"), "# nothing\n");

        assertThat(objection("none")).isEmpty();
        assertThat(objection("")).get().asString().contains("does not list it");
    }

    @Test
    void a_demand_of_another_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Verification.named("sign", folder, trusted))
                .withMessage("switchboard.plugins.verify must be none, sha256 or signed, got 'sign'");
    }

    private Optional<String> objection(String demand) throws Exception {
        return Verification.named(demand, folder, trusted).objection(read());
    }

    private PluginJar read() throws Exception {
        try {
            return PluginJar.read(jar);
        } catch (Unfit e) {
            throw new AssertionError(e);
        }
    }

    /** Replaces an entry, or adds one, and leaves everything else as it is. */
    private void rewrite(String name, String content) throws Exception {
        Path changed = folder.resolve("changed.tmp");
        try (ZipFile in = new ZipFile(jar.toFile()); OutputStream file = Files.newOutputStream(changed); ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream bytes = in.getInputStream(entry)) {
                        bytes.transferTo(out);
                    }
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes());
        }
        Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
