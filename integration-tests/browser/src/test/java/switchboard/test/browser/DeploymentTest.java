package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The systemd unit and the container file, as far as that goes without systemd and without containers. */
@Tag("models")
@Timeout(600)
class DeploymentTest {

    /** What the product loads without being told. */
    private static final List<String> MODELS = List.of("silero-vad", "smart-turn", "moonshine-tiny-en", "kokoro-82m", "kokoro-voices",
            "misaki-lexicon-en-us", "minilm-l6-v2-q", "e5-small-v2-q");

    @Test
    void systemd_finds_nothing_wrong_with_the_unit(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "there is no systemd-analyze here");
        String unit = Files.readString(Deployed.FILES.resolve("switchboard.service"));
        Path installed = Files.writeString(folder.resolve("switchboard.service"), unit.replace("/opt/switchboard/run", "\"" + Server.ROOT.resolve("run") + "\""));
        assertThat(output("systemd-analyze", "verify", "--man=no", installed.toString())).doesNotContain("switchboard.service");
    }

    @Test
    void the_unit_s_command_serves_stops_in_order_and_starts_again() throws Exception {
        String unit = Files.readString(Deployed.FILES.resolve("switchboard.service"));
        List<String> command = List.of(Deployed.values(unit, "ExecStart").get(0).split(" "));
        List<String> writable = List.of("/var/cache/switchboard", "/var/lib/switchboard");
        try (Deployed machine = new Deployed(writable)) {
            machine.bringModels("/var/cache/switchboard/models", MODELS);
            machine.bringCompanies("/etc/switchboard/companies");
            machine.handOver(writable);
            Map<String, String> environment = Deployed.environment(Deployed.values(unit, "Environment"));
            serve(machine, command, environment);
            assertThat(machine.at("/var/lib/switchboard")).isNotEmptyDirectory();
            assertThat(machine.at("/var/cache/switchboard/classes")).as("classes for the next start").isNotEmptyDirectory();
            serve(machine, command, environment);
        }
        int drain = Integer.parseInt(command.get(command.indexOf("--drain") + 1));
        assertThat(Integer.parseInt(Deployed.values(unit, "TimeoutStopSec").get(0))).as("run kills 20 s after the drain").isGreaterThanOrEqualTo(drain + 30);
    }

    @Test
    void the_image_s_command_serves_is_healthy_and_stops_in_order() throws Exception {
        String image = Files.readString(Deployed.FILES.resolve("Containerfile"));
        List<String> command = new ArrayList<>(Deployed.words(Deployed.values(image, "ENTRYPOINT").get(0)));
        command.addAll(Deployed.words(Deployed.values(image, "CMD").get(0)));
        command.add("--offline"); // the weights are brought
        List<String> writable = List.of("/data", "/models", "/plugins");
        try (Deployed machine = new Deployed(writable)) {
            machine.bringModels("/models", MODELS);
            machine.bringCompanies("/companies");
            machine.handOver(writable);
            serve(machine, command, Deployed.environment(Deployed.values(image, "ENV")));
        }
        assertThat(image).containsPattern("HEALTHCHECK .*CMD curl -fs http://127\\.0\\.0\\.1:8080/health/live");
        assertThat(Deployed.values(image, "STOPSIGNAL")).containsExactly("SIGTERM");
    }

    @Test
    void the_image_installs_whatever_run_would_ask_for() throws Exception {
        String image = Files.readString(Deployed.FILES.resolve("Containerfile"));
        String asked = output("bash", "-c", "needed() { echo \"$1\"; }; . <(sed '/^needed()/,/^}/d' \"$0\"); server_packages",
                Server.ROOT.resolve("cnf/packages.sh").toString());
        assertThat(asked.lines()).hasSizeGreaterThan(5).allSatisfy(name -> assertThat(image).contains(" " + name));
        assertThat(image).as("for its health check").contains(" curl");
    }

    /** Starts, waits until calls are taken, looks whether it is healthy, and asks it to stop. */
    private static void serve(Deployed machine, List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        try (Server server = Server.start(port -> machine.command(onPort(command, port), environment))) {
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(server.get("/companies/tomatitos-2/api/company").statusCode()).isEqualTo(200);
            server.askToStop();
            assertThat(server.awaitEnd()).isZero();
            assertThat(Server.LOG).as("what ONNX Runtime would keep and send").content().doesNotContainIgnoringCase("telemetry");
        }
    }

    private static List<String> onPort(List<String> command, int port) {
        List<String> others = new ArrayList<>(command);
        int at = others.indexOf("--port");
        if (at >= 0) {
            others.subList(at, at + 2).clear();
        }
        return Stream.concat(others.stream(), Stream.of("--port", String.valueOf(port))).toList();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
