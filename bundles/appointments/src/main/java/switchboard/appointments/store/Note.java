package switchboard.appointments.store;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What staff should know of an appointment, in the caller's words: wishes that nobody has promised.
 *
 * @param text several are separated by "; "; cut if it is longer than what is kept; empty if there is nothing
 */
public record Note(String text) {

    public static final Note NONE = new Note("");

    /** The column's size. */
    static final int LONGEST = 1000;

    private static final String SEPARATOR = "; ";

    public Note {
        if (text.length() > LONGEST) {
            text = text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
    }

    /** What was said, on one line; nothing if it has no word. */
    public static Note said(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Z}\\p{Cs}]+", " ").replaceFirst("[ .,;:]+$", "").strip();
        return line.codePoints().anyMatch(Character::isLetterOrDigit) ? new Note(line) : NONE;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** What of this is not known yet. */
    public Note without(Note known) {
        Set<String> seen = new HashSet<>(known.parts().stream().map(Note::folded).toList());
        return new Note(parts().stream().filter(part -> seen.add(folded(part))).collect(Collectors.joining(SEPARATOR)));
    }

    /** This, and what is new. */
    public Note and(Note more) {
        return new Note(Stream.concat(parts().stream(), more.without(this).parts().stream()).collect(Collectors.joining(SEPARATOR)));
    }

    private List<String> parts() {
        return Arrays.stream(text.split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static String folded(String part) {
        return part.toLowerCase(Locale.ROOT);
    }
}
