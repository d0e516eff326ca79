package switchboard.cli.server;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs commands of the server's shell. */
@FunctionalInterface
public interface Server {

    /**
     * Runs them in order, and blocks until the last is done.
     *
     * @param doing    what takes so long, for whoever waits
     * @param commands each a name and its arguments; tabs and line breaks in them count as blanks
     * @return what they printed
     * @throws Failure if one failed, or the server could not start; its message is for people
     */
    String run(String doing, List<List<String>> commands) throws Failure;

    /**
     * The same for commands that are not all known yet: a server that runs answers each before the next is asked for; one that
     * starts for them needs them all.
     *
     * @param printed takes what each has printed
     */
    default void run(String doing, Stream<List<String>> commands, Consumer<String> printed) throws Failure {
        try {
            printed.accept(run(doing, commands.toList()));
        } catch (Failure e) {
            printed.accept(e.printed());
            throw e;
        }
    }

    /** Something went wrong that the person who typed the command can understand. */
    final class Failure extends Exception {

        private static final long serialVersionUID = 1;
        private final String printed;

        public Failure(String message) {
            this(message, "");
        }

        /** @param printed by the commands before the one that failed */
        public Failure(String message, String printed) {
            super(message);
            this.printed = printed;
        }

        public String printed() {
            return printed;
        }
    }
}
