package switchboard.cli.doctor;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one check; the names are those of the JSON.
 *
 * @param check  what was looked at
 * @param state  whether it will do
 * @param detail what was found
 * @param remedy what to do; null if there is nothing to do
 */
public record Finding(String check, State state, String detail, @Nullable String remedy) {

    /** Whether it will do. */
    public enum State { PASS, WARN, FAIL }

    public static Finding pass(String check, String detail) {
        return new Finding(check, State.PASS, detail, null);
    }

    public static Finding warn(String check, String detail, String remedy) {
        return new Finding(check, State.WARN, detail, remedy);
    }

    public static Finding fail(String check, String detail, String remedy) {
        return new Finding(check, State.FAIL, detail, remedy);
    }

    public String text() {
        String line = "%-4s  %-10s %s".formatted(state.name().toLowerCase(Locale.ROOT), check, detail);
        return Optional.ofNullable(remedy).map(some -> line + "\n                 → " + some).orElse(line);
    }
}
