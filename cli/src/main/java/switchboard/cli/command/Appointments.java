package switchboard.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import switchboard.cli.server.Server;

/** {@code appointments}: what is booked. */
@Command(name = "appointments", description = "Lists what is booked with a company.")
public final class Appointments extends AnsweredCommand {

    @Option(names = "--company", required = true, paramLabel = "ID", description = "with whom")
    private String company;
    @Option(names = "--ical", description = "as a calendar (RFC 5545)")
    private boolean ical;

    @Override
    public Integer call() throws Server.Failure {
        if (ical && json()) {
            throw mistake("--ical and --json exclude each other");
        }
        List<String> options = new ArrayList<>(List.of("--company", company));
        if (ical) {
            options.add("--ical");
        }
        return print("reading", command("appointments", options));
    }
}
