package switchboard.cli.command;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import switchboard.cli.server.Server;

/** Commands that only list what there is. */
@Command
public final class Listing extends AnsweredCommand {

    /** What is listed; its command has the same name in lower case. */
    public enum Kind {

        MODELS("Lists the models, how they stand and what they serve.", Absent.IS_TOLD),
        COMPANIES("Lists the companies, and the files that are none, with the reason.", Absent.IS_TOLD),
        PLUGINS("Lists the model bundles that were dropped in.", Absent.IS_TOLD),
        SCHEMA("Explains the keys of a company's file; with --json its JSON schema.", Absent.DOES_NOT_MATTER),
        CALLS("Lists the calls that are open on the running server.", Absent.IS_A_FAILURE),
        DRAIN("Lets the running server take no new calls; open ones go on.", Absent.IS_A_FAILURE);

        /** What it means that no server runs. */
        private enum Absent { DOES_NOT_MATTER, IS_TOLD, IS_A_FAILURE }

        private final String description;
        private final Absent absent;

        Kind(String description, Absent absent) {
            this.description = description;
            this.absent = absent;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String description() {
            return description;
        }
    }

    private final Kind kind;

    public Listing(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Integer call() throws Server.Failure {
        return print("reading", command(kind.word(), List.of()));
    }

    @Override
    Server ifNoneRuns() throws Server.Failure {
        if (kind.absent == Kind.Absent.IS_A_FAILURE) {
            return switchboard().running().required();
        }
        if (kind.absent == Kind.Absent.IS_TOLD) {
            err().println("switchboard: no server runs with these options; this is what a new one says");
        }
        return switchboard().server();
    }
}
