package switchboard.phonemes.english;

import java.util.List;
import java.util.Map;

/** Short forms in full. */
final class Abbreviations {

    /** The dot of an abbreviation; it stays if it ends a sentence as well. */
    private static final String DOT = "(?:\\.(?!\\s*(?:$|\\p{Lu}))|(?=\\.))";

    private static final String DAY = "(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:day|nesday|urday|sday|rsday)?";

    private static final Map<String, String> DAYS = Map.of("Mon", "Monday", "Tue", "Tuesday", "Wed", "Wednesday", "Thu", "Thursday",
            "Fri", "Friday", "Sat", "Saturday", "Sun", "Sunday");

    static final List<Rewrite> STEPS = List.of(
            Rewrite.of("\\bDr\\.(?=\\s+\\p{Lu})", "Doctor"),
            Rewrite.of("\\bMr\\.", "Mister"),
            Rewrite.of("\\bMrs\\.", "Missus"),
            Rewrite.of("\\bMs\\.", "Ms"),
            Rewrite.of("\\bProf\\.", "Professor"),
            // After a house number, or the number of a street.
            Rewrite.of("(\\d{1,4}[A-Za-z]{0,2} (?:[\\p{L}']{1,20} ){0,3})St" + DOT, "$1Street"),
            Rewrite.of("\\bSt\\.(?=\\s+\\p{Lu})", "Saint"),
            Rewrite.of("(?<=\\p{L} )St" + DOT, "Street"),
            Rewrite.of("(?<=\\p{L} )Ave" + DOT, "Avenue"),
            Rewrite.of("(?<=\\p{L} )Blvd" + DOT, "Boulevard"),
            Rewrite.of("(?<=\\p{L} )Rd" + DOT, "Road"),
            Rewrite.of("\\bJr" + DOT, "Junior"),
            Rewrite.of("\\bInc" + DOT, "Incorporated"),
            Rewrite.of("\\bLtd\\b" + DOT + "?", "Limited"),
            Rewrite.of("\\bCorp" + DOT, "Corporation"),
            Rewrite.of("(?<=\\p{L} )Co" + DOT, "Company"),
            Rewrite.of("\\be\\.g\\.", "for example"),
            Rewrite.of("\\bi\\.e\\.", "that is"),
            Rewrite.of("\\betc\\b" + DOT + "?", "etcetera"),
            Rewrite.of("\\bapprox\\.", "approximately"),
            Rewrite.of("(?i)\\btel\\.", "telephone"),
            Rewrite.of("(?i)\\bext\\.", "extension"),
            Rewrite.of("(?i)\\bincl\\.", "including"),
            Rewrite.of("\\bw/o\\b", "without"),
            Rewrite.of("\\bw/(?=\\s?\\p{L})", "with "),
            Rewrite.of("\\b[Nn]o\\.(?=\\s?\\d)|№|#(?=\\d)", "number "),
            Rewrite.of("\\b" + DAY + "\\.?\\s?[-–—]\\s?" + DAY + "\\b", m -> day(m.group(1)) + " to " + day(m.group(2))),
            Rewrite.of("\\b" + DAY + "\\b\\.?(?=,? \\d)", m -> day(m.group(1))));

    private Abbreviations() {
    }

    private static String day(String abbreviation) {
        return DAYS.get(abbreviation.substring(0, 3));
    }
}
