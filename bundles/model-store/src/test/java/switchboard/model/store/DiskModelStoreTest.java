package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskModelStoreTest {

    private static final byte[] WEIGHTS = "0123456789".repeat(1_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer home;
    private byte[] served = WEIGHTS;

    @BeforeEach
    void open_the_model_home() throws IOException {
        home = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        home.createContext("/voice.onnx", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, served.length);
            exchange.getResponseBody().write(served);
            exchange.close();
        });
        home.start();
    }

    @AfterEach
    void close_the_model_home() {
        home.stop(0);
    }

    @Test
    void a_file_is_fetched_once() throws IOException {
        DiskModelStore store = store(Optional.empty(), false);

        assertThat(store.file("voice", "voice.onnx")).hasBinaryContent(WEIGHTS);
        assertThat(store.file("voice", "voice.onnx")).hasBinaryContent(WEIGHTS);
        assertThat(requests).hasValue(1);
    }

    @Test
    void a_file_cut_on_disk_is_fetched_again() throws IOException {
        DiskModelStore store = store(Optional.empty(), false);
        Path file = store.file("voice", "voice.onnx");
        Files.write(file, new byte[10]);

        assertThat(store.file("voice", "voice.onnx")).hasBinaryContent(WEIGHTS);
    }

    @Test
    void a_wrong_sum_is_refused_and_leaves_nothing_behind() {
        served = WEIGHTS.clone();
        served[5000] ^= 1;

        assertThatThrownBy(() -> store(Optional.empty(), false).file("voice", "voice.onnx"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("voice/voice.onnx")
                .hasMessageContaining("expected sha256 " + sum());
        assertThat(folder.resolve("models/voice/voice.onnx")).doesNotExist();
        assertThat(folder.resolve("models/voice/voice.onnx.partial")).doesNotExist();
    }

    @Test
    void the_next_source_is_asked_when_one_fails() throws IOException {
        Catalogue catalogue = catalogue(address("/gone"), address("/voice.onnx"));

        assertThat(new DiskModelStore(catalogue, locations(Optional.empty(), false)).file("voice", "voice.onnx")).hasBinaryContent(WEIGHTS);
    }

    @Test
    void the_operators_mirror_comes_first() throws IOException {
        Path mirror = Files.createDirectories(folder.resolve("mirror/voice")).getParent();
        Files.write(mirror.resolve("voice/voice.onnx"), WEIGHTS);

        assertThat(store(Optional.of(mirror.toString()), false).file("voice", "voice.onnx")).hasBinaryContent(WEIGHTS);
        assertThat(requests).hasValue(0);
    }

    @Test
    void offline_nothing_is_fetched() {
        assertThatThrownBy(() -> store(Optional.empty(), true).file("voice", "voice.onnx"))
                .hasMessageContaining("run once without --offline");
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_file_that_is_not_listed_is_named() {
        assertThatThrownBy(() -> store(Optional.empty(), false).file("voice", "other.onnx"))
                .hasMessageContaining("no file 'other.onnx' of a model 'voice'");
    }

    @Test
    void two_stores_at_once_fetch_once() {
        List<CompletableFuture<Path>> both = List.of(fetchInBackground(), fetchInBackground());

        assertThat(both).allSatisfy(path -> assertThat(path.join()).hasBinaryContent(WEIGHTS));
    }

    @Test
    void a_derived_file_is_computed_once_per_key() throws IOException {
        AtomicInteger computed = new AtomicInteger();
        DiskModelStore store = store(Optional.empty(), false);

        for (String key : List.of("a", "a", "b")) {
            store.derived("graph.onnx", key, target -> {
                computed.incrementAndGet();
                Files.writeString(target, key);
            });
        }

        assertThat(computed).hasValue(2);
    }

    @Test
    void a_derived_file_that_was_damaged_is_computed_again() throws IOException {
        DiskModelStore store = store(Optional.empty(), false);
        Path file = store.derived("graph.onnx", "a", target -> Files.writeString(target, "whole"));
        Files.writeString(file, "wh");

        assertThat(store.derived("graph.onnx", "a", target -> Files.writeString(target, "whole"))).hasContent("whole");
    }

    @Test
    void a_failed_computation_leaves_nothing_behind() throws IOException {
        DiskModelStore store = store(Optional.empty(), false);

        assertThatThrownBy(() -> store.derived("graph.onnx", "a", target -> {
            Files.writeString(target, "half");
            throw new IOException("disk full");
        })).hasMessage("disk full");
        assertThat(store.derived("graph.onnx", "a", target -> Files.writeString(target, "whole"))).hasContent("whole");
    }

    @Test
    void a_file_replaced_on_disk_is_fetched_again() throws IOException {
        Path file = store(Optional.empty(), false).file("voice", "voice.onnx");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        store(Optional.empty(), false).file("voice", "voice.onnx");
        Path other = Files.write(folder.resolve("other"), new byte[WEIGHTS.length]);
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(store(Optional.empty(), false).file("voice", "voice.onnx")).hasBinaryContent(WEIGHTS);
        assertThat(requests).hasValue(2);
    }

    @Test
    void every_source_is_named_with_its_own_reason() {
        Catalogue catalogue = catalogue(address("/gone"), "http://127.0.0.1:1/voice.onnx");

        assertThatThrownBy(() -> new DiskModelStore(catalogue, locations(Optional.of("/no/mirror"), false)).file("voice", "voice.onnx"))
                .hasMessageContaining("voice/voice.onnx could not be fetched")
                .hasMessageContaining("mirror /no/mirror (there is no /no/mirror/voice/voice.onnx)")
                .hasMessageContaining("url %s (%s answered 404)".formatted(address("/gone"), address("/gone")))
                .hasMessageContaining("url http://127.0.0.1:1/voice.onnx (127.0.0.1 is not reachable")
                .hasMessageContaining("Remedy: check the network")
                .hasMessageContaining("set SWITCHBOARD_MIRROR");
    }

    @Test
    void the_shipped_catalogue_marks_what_a_server_does_without_as_optional() {
        assertThat(Catalogue.shipped().models()).filteredOn(Catalogue.Model::optional)
                .extracting(Catalogue.Model::name).containsExactly("piper-joe", "whisper-base", "whisper-tiny-en", "qwen2.5-coder-1.5b", "smollm2-135m");
    }

    private CompletableFuture<Path> fetchInBackground() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return store(Optional.empty(), false).file("voice", "voice.onnx");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private DiskModelStore store(Optional<String> mirror, boolean offline) {
        return new DiskModelStore(catalogue(address("/voice.onnx")), locations(mirror, offline));
    }

    private Locations locations(Optional<String> mirror, boolean offline) {
        return new Locations(folder.resolve("models"), folder.resolve("derived"), mirror, offline, false);
    }

    private Catalogue catalogue(String... addresses) {
        List<Catalogue.Source> sources = List.of(addresses).stream()
                .map(address -> new Catalogue.Source("url", List.of(address), "", "", List.of())).toList();
        return new Catalogue(List.of(new Catalogue.Model("voice", "1", "MIT", false,
                List.of(new Catalogue.Weights("voice.onnx", WEIGHTS.length, sum(), sources)))));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + home.getAddress().getPort() + path;
    }

    private static String sum() {
        return Verification.sha256(new String(WEIGHTS, StandardCharsets.US_ASCII));
    }
}
