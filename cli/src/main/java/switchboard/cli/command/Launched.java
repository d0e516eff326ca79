package switchboard.cli.command;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Scripts of the checkout. The shell script {@code switchboard} replaces itself by them, so that signals reach them without a
 * process in between; here they are only explained and completed.
 */
@Command
public final class Launched implements Runnable {

    /** Which; its command has the same name in lower case. */
    public enum Script {

        RUN("run", "Starts the server: ./run --help explains the options."),
        TEST("test", "Builds from clean and tests everything."),
        BENCH("bench/run", "Measures it: everything, or what is named.");

        private final String path;
        private final String description;

        Script(String path, String description) {
            this.path = path;
            this.description = description;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Within the checkout. */
        public String path() {
            return path;
        }

        public String description() {
            return description;
        }
    }

    private final Script script;

    @Parameters(arity = "0..*", paramLabel = "OPTIONS", description = "of the script", hideParamSyntax = true)
    private List<String> options;

    public Launched(Script script) {
        this.script = script;
    }

    @Override
    public void run() {
        throw new IllegalArgumentException("'%s' is started by the script ./switchboard, not from here".formatted(script.word()));
    }
}
