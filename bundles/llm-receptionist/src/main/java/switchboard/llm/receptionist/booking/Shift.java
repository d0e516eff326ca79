package switchboard.llm.receptionist.booking;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "Half an hour later", "the same time next week": a time that is told by another.
 *
 * @param by   how far from the other; earlier if it is negative
 * @param rest without the words that it was found in
 */
record Shift(Duration by, String rest) {

    private static final String AMOUNT = "(half an hour|an hour and a half|(?:a )?quarter of an hour|(?:an?|one|" + Numbers.NUMBER + ") (?:hours?|days?|weeks?|minutes?))";
    private static final Pattern BESIDE = Pattern.compile("\\b" + AMOUNT + " (later|earlier|sooner|before(?: that)?|after(?: that)?|back)\\b");
    private static final Pattern BY = Pattern.compile("\\b(later|earlier|sooner|back|forward|push|postpone|delay|move|put|shift)\\b(.*) by " + AMOUNT + "\\b");
    private static final Pattern NEXT_WEEK = Pattern.compile("\\b(?:the )?same (?:time|day|day and time|hour|weekday)(?: (?:but|just|only|on))? (?:the )?(?:next|following) week\\b|\\b(?:the )?(?:next|following) week(?: (?:at|on))? the same (?:time|day|hour)\\b");
    private static final Pattern NEXT_DAY = Pattern.compile("\\b(?:the )?same (?:time|hour)(?: (?:but|just|on))?(?: the)? (?:next|following) day\\b|\\bthe (?:next|following) day\\b|\\bthe day after(?! tomorrow)\\b");

    /** A text may speak of "an hour later" without any time that it is later than: that is for the caller of this to know. */
    static Optional<Shift> in(String plain) {
        return Stream.of(fixed(NEXT_WEEK, Duration.ofDays(7), plain), fixed(NEXT_DAY, Duration.ofDays(1), plain), beside(plain), by(plain))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<Shift> fixed(Pattern pattern, Duration by, String plain) {
        Matcher found = pattern.matcher(plain);
        return found.find() ? Optional.of(new Shift(by, cut(plain, found))) : Optional.empty();
    }

    private static Optional<Shift> beside(String plain) {
        Matcher found = BESIDE.matcher(plain);
        return found.find() ? Optional.of(new Shift(signed(amount(found.group(1)), found.group(2)), cut(plain, found))) : Optional.empty();
    }

    private static Optional<Shift> by(String plain) {
        Matcher found = BY.matcher(plain);
        return found.find() ? Optional.of(new Shift(signed(amount(found.group(3)), found.group(1) + found.group(2)), (plain.substring(0, found.start()) + found.group(2) + plain.substring(found.end())).strip())) : Optional.empty();
    }

    private static Duration signed(Duration amount, String direction) {
        return direction.matches(".*\\b(?:earlier|sooner|before|forward)\\b.*") ? amount.negated() : amount;
    }

    private static Duration amount(String words) {
        if (words.startsWith("half")) {
            return Duration.ofMinutes(30);
        }
        if (words.endsWith("and a half")) {
            return Duration.ofMinutes(90);
        }
        if (words.contains("quarter")) {
            return Duration.ofMinutes(15);
        }
        int space = words.lastIndexOf(' ');
        int number = Numbers.value(words.substring(0, space)).orElse(1);
        String unit = words.substring(space + 1);
        return unit.startsWith("m") ? Duration.ofMinutes(number) : unit.startsWith("h") ? Duration.ofHours(number) : Duration.ofDays(unit.startsWith("w") ? 7L * number : number);
    }

    private static String cut(String plain, Matcher found) {
        return (plain.substring(0, found.start()) + " , " + plain.substring(found.end())).strip();
    }
}
