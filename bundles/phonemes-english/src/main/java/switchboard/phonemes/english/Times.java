package switchboard.phonemes.english;

import static switchboard.phonemes.english.Rewrite.group;

import java.util.List;
import java.util.regex.MatchResult;

/** Times of day. */
final class Times {

    static final List<Rewrite> STEPS = List.of(
            // The dot after "p.m." ends a sentence as well if a capital or nothing follows.
            Rewrite.of("(?<=\\d)\\s?([AaPp])(?:\\.\\s?[Mm](?:\\.(?!\\s*(?:$|\\p{Lu})))?|[Mm])(?!\\p{L})", m -> meridiem(m.group(1))),
            Rewrite.of("(?<=\\s|^)([AaPp])\\.[Mm](?:\\.(?!\\s*(?:$|\\p{Lu})))?(?!\\p{L})", m -> meridiem(m.group(1)).strip()),
            Rewrite.of("(?<![\\d:])(\\d{1,2}):(\\d\\d)(?::\\d\\d)?( AM| PM| o'clock)?(?![\\d:])", Times::time));

    private Times() {
    }

    private static String meridiem(String letter) {
        return letter.equalsIgnoreCase("a") ? " AM" : " PM";
    }

    private static String time(MatchResult m) {
        int hour = Integer.parseInt(m.group(1));
        int minute = Integer.parseInt(m.group(2));
        String suffix = group(m, 3);
        if (minute > 0) {
            return Numbers.cardinal(hour) + (minute < 10 ? " oh " : " ") + Numbers.cardinal(minute) + suffix;
        }
        if (suffix.isEmpty()) {
            return Numbers.cardinal(hour) + (hour > 12 ? " hundred" : " o'clock");
        }
        return Numbers.cardinal(hour) + suffix;
    }
}
