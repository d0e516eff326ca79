package switchboard.cli.command;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import switchboard.cli.server.Server;

/** Commands that only list what there is. */
@Command
public final class Listing extends ServerCommand {

    /** What is listed; its command has the same name in lower case. */
    public enum Kind {

        MODELS("Lists the models, how they stand and what they serve."),
        COMPANIES("Lists the companies, and the files that are none, with the reason."),
        PLUGINS("Lists the model bundles that were dropped in."),
        SCHEMA("Explains the keys of a company's file; with --json its JSON schema.");

        private final String description;

        Kind(String description) {
            this.description = description;
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
        return print("reading", List.of(command(kind.word(), List.of())));
    }
}
