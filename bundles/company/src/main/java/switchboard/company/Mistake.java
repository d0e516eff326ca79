package switchboard.company;

import java.util.Arrays;

/**
 * One thing that is wrong in a configuration.
 *
 * @param key     where
 * @param message key, value and what is allowed; never a secret
 */
record Mistake(String key, String message) {

    /** A value that is not allowed. */
    static Mistake of(String key, Object value, String allowed) {
        // Somebody who gives the key itself, instead of its name, must not find it in the log.
        String shown = key.endsWith("secret") && !String.valueOf(value).matches("[A-Z_][A-Z0-9_]{0,63}")
                ? "'%s' is no name (it is not shown here)".formatted(key)
                : "'%s' is '%s'".formatted(key, value instanceof Object[] array ? String.join(", ", Arrays.stream(array).map(String::valueOf).toList()) : value);
        return new Mistake(key, "%s; it must be %s".formatted(shown, allowed));
    }
}
