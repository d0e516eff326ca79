package switchboard.cli.command;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import switchboard.cli.server.Server;

/** Changes of which model of a running server serves. */
@Command
public final class Routing extends AnsweredCommand {

    /** Which; its command has the same name in lower case. */
    public enum Change {

        SWAP("Lets another model serve all calls of the running server.", "a model: its name, name@version, bundle, or bundle@version"),
        CANARY("Lets another model serve some of the new calls of the running server.", "a model, and percent of the new calls: 0 ends it"),
        ROLLBACK("Takes the last swap or canary of the running server back.", "a kind of model, such as TextToSpeech");

        private final String description;
        private final String what;

        Change(String description, String what) {
            this.description = description;
            this.what = what;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String description() {
            return description;
        }

        /** What its parameters are. */
        public String what() {
            return what;
        }
    }

    private final Change change;

    @Parameters(arity = "1..*", paramLabel = "WHAT")
    private List<String> what;

    public Routing(Change change) {
        this.change = change;
    }

    @Override
    public Integer call() throws Server.Failure {
        return print("changing", command(change.word(), List.of(), what.toArray(String[]::new)));
    }

    @Override
    Server ifNoneRuns() throws Server.Failure {
        return switchboard().running().required();
    }
}
