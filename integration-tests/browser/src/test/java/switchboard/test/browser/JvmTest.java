package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the start script runs the JVM: every one that is installed here, and the archive of classes that belongs to one of them. */
@Timeout(120)
class JvmTest {

    /** The script's functions, for the JVM in a folder, which is its argument. */
    private static final String SCRIPT = """
            set -euo pipefail
            cd '%s'; launcher="$(echo launcher/target/switchboard.launcher-*.jar)"
            . cnf/classes.sh
            classes_folder='%s'
            PATH="$1/bin:$PATH"
            %s
            """;

    @TempDir
    Path folder;

    static List<Path> installed() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/usr/lib/jvm"))) {
            return Stream.concat(Stream.of(Path.of(System.getProperty("java.home"))), all).filter(jvm -> Files.isExecutable(jvm.resolve("bin/java")))
                    .map(JvmTest::real).distinct().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("installed")
    void it_is_started_without_a_warning(Path jvm) throws Exception {
        String loads = Files.writeString(folder.resolve("Loads.java"), """
                class Loads {
                    public static void main(String[] arguments) throws Exception {
                        var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
                        field.setAccessible(true);
                        ((sun.misc.Unsafe) field.get(null)).staticFieldOffset(Loads.class.getDeclaredField("some"));
                        System.load(System.getProperty("java.home") + "/lib/libzip.so");
                        System.out.println("fine");
                    }
                    static int some;
                }
                """).toString();
        run(jvm.resolve("bin/javac").toString(), "-nowarn", "-XDenableSunApiLintControl", "-d", folder.toString(), loads);
        assertThat(run(jvm.resolve("bin/java").toString(), "@" + Server.ROOT.resolve("cnf/java.options"), "-cp", folder.toString(), "Loads")).isEqualTo("fine\n");
    }

    @ParameterizedTest
    @MethodSource("installed")
    void an_archive_is_kept_if_it_is_whole_and_then_mapped(Path jvm) throws Exception {
        String written = script(jvm, "class_options \"$2\"").strip();
        assertThat(written).startsWith("-XX:ArchiveClassesAtExit=");

        Files.writeString(folder.resolve("server.jsa"), "cut off");
        script(jvm, "keep_classes \"$2\"");
        assertThat(folder.resolve("classes")).isEmptyDirectory();
        assertThat(folder.resolve("server.jsa")).doesNotExist();

        script(jvm, "java @cnf/java.options $(class_options \"$2\") -cp \"$launcher\" switchboard.launcher.Main 2>/dev/null || true; keep_classes \"$2\"");
        assertThat(script(jvm, "class_options \"$2\"")).startsWith("-XX:SharedArchiveFile=" + folder.resolve("classes"));
    }

    @Test
    void another_jvm_or_an_update_has_an_archive_of_its_own() throws Exception {
        String one = script(fake("one", "1"), "class_archive");
        assertThat(script(fake("two", "1"), "class_archive")).isNotEqualTo(one);
        assertThat(script(folder.resolve("one"), "class_archive")).isEqualTo(one);
        assertThat(script(fake("one", "updated"), "class_archive")).isNotEqualTo(one);
    }

    private Path fake(String name, String content) throws IOException {
        Path jvm = folder.resolve(name);
        for (String file : List.of("bin/java", "lib/server/libjvm.so")) {
            Files.createDirectories(jvm.resolve(file).getParent());
            Files.setPosixFilePermissions(Files.writeString(jvm.resolve(file), content), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return jvm;
    }

    private String script(Path jvm, String body) throws IOException, InterruptedException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        return run("bash", "-c", SCRIPT.formatted(Server.ROOT, classes, body), "script", jvm.toString(), folder.resolve("server").toString());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
