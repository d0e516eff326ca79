package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Whole numbers up to 99, as words or digits. */
final class Numbers {

    private static final List<String> SMALL = List.of(("zero one two three four five six seven eight nine ten eleven twelve thirteen"
            + " fourteen fifteen sixteen seventeen eighteen nineteen").split(" "));
    private static final List<String> TENS = List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

    /** One number, as a regular expression without groups; the longest first. */
    static final String NUMBER = "(?:(?:" + String.join("|", TENS) + ")(?:[ -](?:" + String.join("|", SMALL.subList(1, 10)) + "))?"
            + "|" + String.join("\\b|", SMALL) + "\\b|a dozen|half a dozen|\\d{1,3})\\b";

    private Numbers() {
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
