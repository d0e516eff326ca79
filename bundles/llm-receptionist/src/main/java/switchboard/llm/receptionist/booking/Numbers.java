package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers up to 99, as words or digits. */
final class Numbers {

    private static final List<String> SMALL = List.of(("zero one two three four five six seven eight nine ten eleven twelve thirteen"
            + " fourteen fifteen sixteen seventeen eighteen nineteen").split(" "));
    private static final List<String> TENS = List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

    /** One number, as a regular expression without groups; the longest first. */
    static final String NUMBER = "(?:(?:" + String.join("|", TENS) + ")(?:[ -](?:" + String.join("|", SMALL.subList(1, 10)) + "))?"
            + "|" + String.join("\\b|", SMALL) + "\\b|a dozen|half a dozen|\\d{1,3})\\b";

    /** Words that sound like a number, and mean one where a number was asked for and nothing else is said. */
    private static final Map<String, String> ALIKE = Map.ofEntries(Map.entry("won", "one"), Map.entry("wan", "one"), Map.entry("to", "two"), Map.entry("too", "two"), Map.entry("tree", "three"), Map.entry("free", "three"),
            Map.entry("for", "four"), Map.entry("fore", "four"), Map.entry("fife", "five"), Map.entry("hive", "five"), Map.entry("sex", "six"), Map.entry("sax", "six"), Map.entry("heaven", "seven"),
            Map.entry("ate", "eight"), Map.entry("hate", "eight"), Map.entry("nein", "nine"), Map.entry("line", "nine"), Map.entry("tan", "ten"), Map.entry("then", "ten"));
    private static final Pattern HEARD = Pattern.compile("((?:(?:um+|uh+|oh|just|only|about|around|maybe|at|half(?: past)?|(?:a )?quarter (?:past|to)) )*)(" + String.join("|", ALIKE.keySet()) + ")((?: (?:people|persons|of us|o'?clock|[ap]m|please|thirty|fifteen|forty-?five|in the (?:morning|afternoon|evening)))*)");

    private Numbers() {
    }

    /** An answer to "how many?" or "at what time?", in which a word that sounds like a number is the number. */
    static String heard(String plain) {
        Matcher heard = HEARD.matcher(plain);
        return heard.matches() ? heard.group(1) + ALIKE.get(heard.group(2)) + heard.group(3) : plain;
    }

    /** The value of what {@link #NUMBER} matches. */
    static OptionalInt value(String words) {
        String plain = words.toLowerCase(Locale.ROOT).strip();
        if (plain.matches("\\d{1,3}")) {
            return OptionalInt.of(Integer.parseInt(plain));
        }
        if (plain.endsWith("dozen")) {
            return OptionalInt.of(plain.startsWith("half") ? 6 : 12);
        }
        if (SMALL.contains(plain)) {
            return OptionalInt.of(SMALL.indexOf(plain));
        }
        String[] parts = plain.split("[ -]");
        int tens = TENS.indexOf(parts[0]);
        if (tens < 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(10 * (tens + 2) + (parts.length > 1 ? SMALL.indexOf(parts[1]) : 0));
    }

    /** An hour or a number below twenty in words. */
    static String word(int number) {
        return SMALL.get(number);
    }
}
