package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed, or asked to stop, at the worst moment. */
@Tag("models")
@Timeout(300)
class LifecycleTest {

    private static final String START = "{\"transport\":\"webrtc\",\"body\":{\"company\":\"tomatitos-2\"}}";

    @TempDir
    Path folder;
    private Path data;
    private Path companies;

    @BeforeEach
    void copyCompanies() throws IOException {
        data = folder.resolve("data");
        companies = folder.resolve("companies");
        Path samples = Server.ROOT.resolve("cnf/companies");
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.toList()) {
                Files.copy(file, companies.resolve(samples.relativize(file).toString()));
            }
        }
        Files.writeString(companies.resolve("switchboard.records.cfg"), "companies = *\n");
    }

    /** Once ready, the server speaks the companies' greetings: ONNX Runtime is at work in several threads. */
    @RepeatedTest(3)
    void asked_to_stop_while_models_run_it_ends_with_0_and_no_crash() throws Exception {
        try (Server server = server("30")) {
            server.askToStop();

            assertThat(server.awaitEnd()).isZero();
            assertThat(crashes()).isEmpty();
        }
    }

    @Test
    void a_caller_whose_server_was_killed_is_back_without_doing_anything_and_the_record_is_there() throws Exception {
        try (Server server = server("0"); Survivor caller = new Survivor(server.address("/c/tomatitos-2"))) {
            caller.wish("ask");
            caller.await("answered");
            server.kill();

            JsonObject back = caller.await("back");
            assertThat(back.get("said").toString()).contains("The connection was lost");
            assertThat(back.get("status").getAsString()).contains("The server was started again");
            caller.await("answered");
            assertThat(records()).anySatisfy(record -> assertThat(record).contains("Saturday", "or the server was killed"));
        }
    }

    @Test
    void while_the_server_drains_no_new_call_is_taken_and_the_open_one_goes_on() throws Exception {
        try (Server server = server("120"); Survivor caller = new Survivor(server.address("/c/tomatitos-2"))) {
            server.askToStop();
            HttpResponse<String> ready = server.get("/health/ready");
            while (ready.statusCode() == 200) { // the signal is on its way
                ready = server.get("/health/ready");
            }

            assertThat(ready.body()).contains("\"status\":\"draining\"");
            HttpResponse<String> refused = server.post("/start", START);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            caller.wish("ask");
            caller.await("answered");

            caller.wish("hang up");
            assertThat(server.awaitEnd()).isZero();
            assertThat(crashes()).isEmpty();
        }
    }

    @Test
    void a_call_that_outlasts_the_limit_is_told_why_it_ends() throws Exception {
        try (Server server = server("1"); Survivor caller = new Survivor(server.address("/c/tomatitos-2"))) {
            server.askToStop();

            assertThat(caller.await("ended").get("status").getAsString()).contains("being stopped", "call again");
            assertThat(server.awaitEnd()).isZero();
        }
    }

    @Test
    void a_plugin_that_ends_the_process_again_and_again_is_quarantined_and_calls_are_taken() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        try (Server server = Server.start("--data", data.toString(), "--plugins", deadly(plugins).toString(), "--drain", "0")) {
            Path reason = plugins.resolve("quarantine/deadly.jar.reason.txt");
            while (!Files.exists(reason)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }

            assertThat(Files.readString(reason)).contains("deadly@1.0.0", "died 3 times");
            server.awaitReady();
        }
    }

    private static Path deadly(Path plugins) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "deadly", "Bundle-Version", "1.0.0", "Bundle-Activator", Deadly.class.getName(),
                "Import-Package", "org.osgi.framework", "Provide-Capability",
                "switchboard.model;switchboard.model=\"Deadly\";kind=\"switchboard.api.tts.TextToSpeech\"").forEach(headers::putValue);
        String entry = Deadly.class.getName().replace('.', '/') + ".class";
        try (InputStream code = Deadly.class.getResourceAsStream("/" + entry);
                JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("deadly.jar")), manifest)) {
            jar.putNextEntry(new JarEntry(entry));
            code.transferTo(jar);
        }
        return plugins;
    }

    private Server server(String drainSeconds) throws IOException, InterruptedException {
        return Server.start("--data", data.toString(), "--companies", companies.toString(), "--drain", drainSeconds);
    }

    private List<String> crashes() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("crashes"))) {
            return files.map(Path::toString).toList();
        }
    }

    private List<String> records() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("calls"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json")).toList();
            List<String> texts = new ArrayList<>();
            for (Path file : found) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
