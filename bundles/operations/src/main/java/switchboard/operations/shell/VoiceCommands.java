package switchboard.operations.shell;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The commands of the scope {@code voice}, whichever bundle brings them, without the shell's syntax around. Thread-safe. */
public final class VoiceCommands {

    private final BundleContext context;

    public VoiceCommands(BundleContext context) {
        this.context = context;
    }

    /** A command did not do what it was asked; the message is for people. */
    public static final class Failure extends Exception {

        private static final long serialVersionUID = 1;

        private Failure(Throwable cause) {
            super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        }
    }

    /**
     * Runs a command and returns what it answers; blocks as long as it does.
     *
     * @param words its name, and its arguments as they are
     */
    public String run(List<String> words) throws Failure {
        String name = words.isEmpty() ? "" : words.get(0);
        String[] arguments = words.stream().skip(1).toArray(String[]::new);
        try {
            ServiceReference<?> reference = reference(name).orElseThrow(() -> new IllegalArgumentException("there is no command '" + name + "'"));
            Object command = context.getService(reference);
            try {
                return String.valueOf(command.getClass().getMethod(name, String[].class).invoke(command, (Object) arguments));
            } finally {
                context.ungetService(reference);
            }
        } catch (InvocationTargetException e) {
            throw new Failure(e.getCause());
        } catch (ReflectiveOperationException | InvalidSyntaxException | RuntimeException e) {
            throw new Failure(e);
        }
    }

    private Optional<ServiceReference<?>> reference(String name) throws InvalidSyntaxException {
        if (!name.matches("[a-z]+")) {
            return Optional.empty();
        }
        ServiceReference<?>[] found = context.getAllServiceReferences(null, "(&(osgi.command.scope=voice)(osgi.command.function=" + name + "))");
        return found == null ? Optional.empty() : Optional.of(found[0]);
    }
}
