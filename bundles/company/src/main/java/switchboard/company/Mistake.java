package switchboard.company;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that is wrong in a configuration.
 *
 * @param key     where
 * @param message key, value and what is allowed; never a secret
 */
record Mistake(String key, String message) {

    private static final int LONGEST = 120;
    /** In an address. */
    private static final Pattern PASSWORD = Pattern.compile("//[^/@]*@");

    /** A value that is not allowed. */
    static Mistake of(String key, Object value, String allowed) {
        // Somebody who gives the key itself, instead of its name, must not find it in the log.
        String shown = key.endsWith("secret") && !String.valueOf(value).matches("[A-Z_][A-Z0-9_]{0,63}")
                ? "'%s' is no name (it is not shown here)".formatted(key)
                : "'%s' is '%s'".formatted(key, shown(value));
        return new Mistake(key, "%s; it must be %s".formatted(shown, allowed));
    }

    /** An id that another has. */
    static Mistake notUnique(String id, String owner) {
        return of("id", id, "unique in the server, and %s has it".formatted(owner));
    }

    /** A key that does not exist. */
    static Mistake unknown(String key, Optional<String> nearest) {
        return new Mistake(key, "unknown key '%s'; %s".formatted(shown(key),
                nearest.map("did you mean '%s'?"::formatted).orElse("docs/configuration.md and voice:schema list all keys")));
    }

    /** An entry of a list that is not allowed. */
    static Mistake entry(String key, Object entry, String reason) {
        return new Mistake(key, "'%s' has the entry '%s'; %s".formatted(key, shown(entry), reason));
    }

    /** On one line, and not endless; a list in brackets, or 1 and [1] would look the same. */
    static String shown(Object value) {
        String entries = Settings.entries(value).limit(LONGEST).map(String::valueOf).collect(Collectors.joining(", "));
        String text = value.getClass().isArray() || value instanceof Collection ? "[" + entries + "]" : entries;
        String line = PASSWORD.matcher(text.replaceAll("\\p{Cntrl}", " ")).replaceAll("//...@");
        return line.length() <= LONGEST ? line : line.substring(0, Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST) + "...";
    }
}
