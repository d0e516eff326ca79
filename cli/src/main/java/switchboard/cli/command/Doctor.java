package switchboard.cli.command;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import switchboard.cli.CompanyFolder;
import switchboard.cli.doctor.Finding;
import switchboard.cli.doctor.LoopBack;
import switchboard.cli.doctor.Looking;
import switchboard.cli.server.Progress;
import switchboard.cli.server.Server;

/** {@code doctor}: is this machine fit, and what to do if it is not. */
@Command(name = "doctor", description = {"Checks Java, processor, memory, disk, libraries, network, port, models and companies, and lets the server listen to itself.",
        "Exit status: 0 if no check failed; warnings do not count."})
public final class Doctor extends ServerCommand {

    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "the port that is wanted (${DEFAULT-VALUE})")
    private int port;
    @Option(names = "--company", paramLabel = "ID", description = "who speaks and listens (the first)")
    private @Nullable String company;
    @Option(names = "--verdict", paramLabel = "FILE", description = "the WAV file that says how it ended (in the folder for temporary files)")
    private @Nullable Path verdict;
    @Option(names = "--play", description = "plays the verdict on this machine")
    private boolean play;

    @Override
    public Integer call() throws IOException {
        if (port < 1 || port > HIGHEST_PORT) {
            throw mistake("--port is %d; it must be from 1 to %d".formatted(port, HIGHEST_PORT));
        }
        List<Finding> findings = new ArrayList<>();
        try (Progress.Shown shown = switchboard().progress().begin("looking at the machine and verifying the models")) {
            Looking looking = new Looking(switchboard().home());
            findings.addAll(looking.machine(data(), port, isOurs()));
            findings.add(looking.models(switchboard().modelOptions()));
        }
        if (findings.stream().anyMatch(finding -> finding.state() == Finding.State.FAIL)) {
            findings.add(Finding.warn("loop-back", "not tried, because of what failed", "remedy that first, then call the doctor again"));
        } else {
            findings.addAll(loopBack());
        }
        report(findings);
        return findings.stream().anyMatch(finding -> finding.state() == Finding.State.FAIL) ? 1 : 0;
    }

    private List<Finding> loopBack() throws IOException {
        Optional<String> speaker = company == null ? switchboard().companies().ids().stream().findFirst() : Optional.of(company);
        if (speaker.isEmpty()) {
            return List.of(Finding.fail("companies", "no file %s in %s".formatted(CompanyFolder.NAMES, switchboard().companies().folder()), "write one: docs/configuration.md"));
        }
        Path file = verdict == null ? Path.of(System.getProperty("java.io.tmpdir"), "switchboard-verdict.wav") : verdict.toAbsolutePath();
        List<Finding> heard = new ArrayList<>(new LoopBack(server(), speaker.get()).check(file));
        if (play) {
            heard.add(new Looking(switchboard().home()).play(file));
        }
        return heard;
    }

    /** One that runs on the port already can listen to itself, and memory need not suffice for two. */
    @Override
    Server server() {
        try {
            return isOurs() ? switchboard().running().at(port) : switchboard().server();
        } catch (Server.Failure e) {
            return switchboard().server(); // it stopped in between
        }
    }

    private boolean isOurs() {
        try {
            return switchboard().runningServer().isPresent() && switchboard().running().ports().contains(port);
        } catch (Server.Failure e) {
            return false;
        }
    }

    private Path data() {
        return switchboard().data().orElse(Path.of(System.getProperty("user.home")));
    }

    private void report(List<Finding> findings) {
        if (json()) {
            out().println(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(findings));
        } else {
            findings.forEach(finding -> out().println(finding.text()));
        }
        out().flush();
    }
}
