package switchboard.llm.receptionist.booking;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "Half past", "quarter to": a time whose hour was told before.
 *
 * @param minutes from the full hour; negative if before it
 * @param rest    without the words that it was found in
 */
record PastTheHour(int minutes, String rest) {

    private static final Pattern WITHOUT_HOUR = Pattern.compile("\\b(?:at )?(half|a?(?: )?quarter) (past|to)\\b(?! (?:" + Numbers.NUMBER + "|noon|midday|midnight|the hour|\\d))(?: please)?");

    /** Until when something else lasts, and then only how much later. */
    private static final Pattern BEHIND_THE_HOUR = Pattern.compile("(\\b(?:finish|off|out|work|shop|shift|school|done|ends?)\\b(?: \\S+){0,4} )(?:at |till |until )(" + Numbers.NUMBER + ")\\b(?: (?!at\\b)\\S+){0,4} (half|quarter) past\\b(?! (?:" + Numbers.NUMBER + "))");

    /** "I finish at four, so maybe quarter past": the hour is the one before it. */
    static String withHour(String plain) {
        return BEHIND_THE_HOUR.matcher(plain).replaceAll("$1at $3 past $2");
    }

    static Optional<PastTheHour> in(String plain) {
        Matcher found = WITHOUT_HOUR.matcher(plain);
        if (!found.find() || found.group(1).equals("half") && found.group(2).equals("to")) {
            return Optional.empty();
        }
        int minutes = found.group(1).equals("half") ? 30 : found.group(2).equals("past") ? 15 : -15;
        return Optional.of(new PastTheHour(minutes, (plain.substring(0, found.start()) + plain.substring(found.end())).strip()));
    }

    /** These times, as many minutes from their full hours. */
    List<LocalTime> of(List<LocalTime> times) {
        return times.stream().map(time -> time.withMinute(0).plusMinutes(minutes)).toList();
    }
}
