package switchboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {

    @TempDir
    private Path temporary;
    private Path jar;
    private Unpacked unpacked;

    @BeforeEach
    void build() throws IOException {
        jar = temporary.resolve("run.jar");
        build("classes");
        unpacked = new Unpacked(temporary.resolve("cache"));
    }

    @Test
    void a_bundle_has_what_it_had_but_is_not_compressed() throws Exception {
        try (ZipFile bundle = new ZipFile(unpacked.folder(jar).resolve("jar/a.jar").toFile())) {
            ZipEntry entry = bundle.getEntry("content");
            assertThat(bundle.getInputStream(entry)).hasBinaryContent("classes".repeat(100).getBytes());
            assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(bundle.entries().nextElement().getName()).isEqualTo("META-INF/MANIFEST.MF");
        }
    }

    @Test
    void the_second_time_nothing_is_unpacked() throws Exception {
        Path bundle = unpacked.folder(jar).resolve("jar/a.jar");
        Object before = Files.getAttribute(bundle, "unix:ino");
        assertThat(unpacked.folder(jar).resolve("jar/a.jar")).isEqualTo(bundle);
        assertThat(Files.getAttribute(bundle, "unix:ino")).isEqualTo(before);
    }

    @Test
    void native_libraries_lie_beside_the_bundles_and_the_product_says_where() throws Exception {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        zip(bundle, "ai/onnxruntime/native/linux-x64/libonnxruntime.so", "elf".getBytes(), "other/lib.so", new byte[1]);
        build(bundle.toByteArray());

        Path folder = unpacked.folder(jar);
        assertThat(folder.resolve("native/libonnxruntime.so")).hasContent("elf");
        assertThat(folder.resolve("native/lib.so")).doesNotExist();
        assertThat(Product.in(folder).properties()).containsEntry("onnxruntime.native.path", folder.resolve("native").toString());
    }

    @Test
    void a_native_library_that_was_cut_is_unpacked_again() throws Exception {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        zip(bundle, "ai/onnxruntime/native/linux-x64/libonnxruntime.so", "elf".getBytes(), "content", new byte[1]);
        build(bundle.toByteArray());
        Files.write(unpacked.folder(jar).resolve("native/libonnxruntime.so"), new byte[1]);

        assertThat(unpacked.folder(jar).resolve("native/libonnxruntime.so")).hasContent("elf");
    }

    @Test
    void another_jar_has_another_folder() throws Exception {
        Path before = unpacked.folder(jar);
        build("changed");
        assertThat(content(unpacked.folder(jar))).startsWith("changed");
        assertThat(content(before)).startsWith("classes");
    }

    @Test
    void a_bundle_that_was_cut_is_unpacked_again() throws Exception {
        Path bundle = unpacked.folder(jar).resolve("jar/a.jar");
        Files.write(bundle, new byte[10]);
        assertThat(content(unpacked.folder(jar))).startsWith("classes");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_bundle_that_is_missing_is_unpacked_again() throws Exception {
        Files.delete(unpacked.folder(jar).resolve("jar/a.jar"));
        assertThat(content(unpacked.folder(jar))).startsWith("classes");
    }

    @Test
    void a_jar_whose_bundle_is_no_whole_jar_is_refused_and_leaves_nothing() throws Exception {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        zip(bundle, "content", "classes".getBytes(), "more", new byte[100]);
        build(Arrays.copyOf(bundle.toByteArray(), 40));

        assertThatThrownBy(() -> unpacked.folder(jar)).isInstanceOf(IOException.class).hasMessageContaining("run.jar");
        assertThat(temporary.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void many_at_once_all_get_the_whole() throws Exception {
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            Callable<String> start = () -> content(new Unpacked(temporary.resolve("cache")).folder(jar));
            for (Future<String> seen : servers.invokeAll(List.of(start, start, start, start))) {
                assertThat(seen.get()).isEqualTo("classes".repeat(100));
            }
        } finally {
            servers.shutdownNow();
        }
        assertThat(leftovers()).isEmpty();
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> all = Files.list(temporary.resolve("cache"))) {
            return all.filter(path -> path.getFileName().toString().startsWith(".new")).toList();
        }
    }

    private static String content(Path folder) throws IOException {
        try (ZipFile bundle = new ZipFile(folder.resolve("jar/a.jar").toFile())) {
            return new String(bundle.getInputStream(bundle.getEntry("content")).readAllBytes());
        }
    }

    private void build(String content) throws IOException {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        zip(bundle, "META-INF/MANIFEST.MF", new byte[0], "content", content.repeat(100).getBytes());
        build(bundle.toByteArray());
    }

    private void build(byte[] bundle) throws IOException {
        Path fresh = temporary.resolve("run.jar.new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            zip(out, "jar/a.jar", bundle, Product.DESCRIPTION, new byte[0]);
        }
        Files.move(fresh, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void zip(OutputStream target, String first, byte[] firstContent, String second, byte[] secondContent) throws IOException {
        ZipOutputStream out = new ZipOutputStream(target);
        out.putNextEntry(new ZipEntry(first));
        out.write(firstContent);
        out.putNextEntry(new ZipEntry(second));
        out.write(secondContent);
        out.finish();
    }
}
