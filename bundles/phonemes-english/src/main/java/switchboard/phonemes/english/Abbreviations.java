package switchboard.phonemes.english;

import java.util.List;
import java.util.Map;

/** Short forms in full. */
final class Abbreviations {

    private static final String DAY = "(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:day|nesday|urday|sday|rsday)?";

    private static final Map<String, String> DAYS = Map.of("Mon", "Monday", "Tue", "Tuesday", "Wed", "Wednesday", "Thu", "Thursday",
            "Fri", "Friday", "Sat", "Saturday", "Sun", "Sunday");

    static final List<Rewrite> STEPS = List.of(
            Rewrite.of("\\bDr\\.(?=\\s+\\p{Lu})", "Doctor"),
            Rewrite.of("\\bMr\\.", "Mister"),
            Rewrite.of("\\bMrs\\.", "Missus"),
            Rewrite.of("\\bMs\\.", "Ms"),
            Rewrite.of("\\bProf\\.", "Professor"),
            Rewrite.of("\\bSt\\.(?=\\s+\\p{Lu})", "Saint"),
            Rewrite.of("(?<=\\p{L} )St\\.", "Street"),
            Rewrite.of("(?<=\\p{L} )Ave\\.", "Avenue"),
            Rewrite.of("(?<=\\p{L} )Blvd\\.", "Boulevard"),
            Rewrite.of("(?<=\\p{L} )Rd\\.", "Road"),
            Rewrite.of("\\bJr\\.", "Junior"),
            Rewrite.of("\\be\\.g\\.", "for example"),
            Rewrite.of("\\bi\\.e\\.", "that is"),
            Rewrite.of("\\betc\\.(?=\\s*(?:$|\\p{Lu}))", "etcetera."),
            Rewrite.of("\\betc\\b\\.?", "etcetera"),
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
