package switchboard.phonemes.english;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers and other long codes: digit by digit, with a pause after each group. */
final class PhoneNumbers {

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 16;
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final Pattern YEARS = Pattern.compile("(?:1[1-9]|20)\\d\\d(?:[ ./-]+(?:1[1-9]|20)\\d\\d)*");

    static final List<Rewrite> STEPS = List.of(
            Rewrite.of("(?<![\\w.,+])\\+\\d[\\d ()./-]{4,24}\\d(?![\\d,]|\\.\\d|:\\d)", PhoneNumbers::read),
            Rewrite.of("(?<![\\w.,$£€])\\(0?\\d{1,5}\\)[ ./-]{0,2}\\d[\\d ./-]{3,20}\\d(?![\\d,%]|\\.\\d|:\\d)", PhoneNumbers::read),
            Rewrite.of("(?<![\\w.,:$£€/-])(?:1[ -])?\\d{2,5}(?:[ ./-]{1,2}\\d{2,8}){1,5}(?![\\d%€$£]|[.,:/]\\d| ?[€$£%])", PhoneNumbers::read),
            Rewrite.of("(?<![\\w.,:$£€/-])\\d{7,}(?![\\d%]|[.,:]\\d| ?[€$£%])(?<!000)", PhoneNumbers::read));

    /** Words after which a number is a code. */
    static final Rewrite CODES = Rewrite.of(
            "(?i)(?<=\\b(?:extension|ext|code|pin|zip|postcode|reference|confirmation|booking)(?: number)?(?: is)?:? )\\d{3,6}(?!\\d|[.,:]\\d)",
            m -> Numbers.oneByOne(m.group()));

    private PhoneNumbers() {
    }

    private static String read(MatchResult match) {
        String number = match.group();
        long digits = number.chars().filter(Character::isDigit).count();
        if (YEARS.matcher(number).matches() || digits < FEWEST_DIGITS || digits > MOST_DIGITS && !number.matches("\\d+")) {
            return number;
        }
        List<String> groups = new ArrayList<>();
        Matcher group = DIGITS.matcher(number);
        while (group.find()) {
            addGroups(group.group(), groups);
        }
        return (number.startsWith("+") ? "plus " : "") + String.join(", ", groups);
    }

    /** A listener follows three or four digits at a time. */
    private static void addGroups(String digits, List<String> groups) {
        String rest = digits;
        while (rest.length() > 4) {
            groups.add(Numbers.oneByOne(rest.substring(0, 3)));
            rest = rest.substring(3);
        }
        groups.add(Numbers.oneByOne(rest));
    }
}
