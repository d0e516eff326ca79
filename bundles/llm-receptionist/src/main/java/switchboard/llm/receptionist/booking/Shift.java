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
    private static final Pattern BACK = Pattern.compile("\\b(back|forwards?|ahead) " + AMOUNT + "\\b");
    private static final Pattern NEXT_WEEK = Pattern.compile("\\b(?:the )?same (?:time|day|day and time|hour|weekday)(?: (?:but|just|only|on))? (?:the )?(?:next|following) week\\b|\\b(?:the )?(?:next|following) week(?: (?:at|on|instead|please|then|maybe))*(?: the)? same (?:time|day|hour)\\b(?:(?: and| at)?(?: the)? same (?:time|day|hour)\\b)?");
    private static final Pattern NEXT_DAY = Pattern.compile("\\b(?:the )?same (?:time|hour)(?: (?:but|just|on))?(?: the)? (?:next|following) day\\b|\\bthe (?:next|following) day\\b|\\bthe (?:day|evening|morning) after(?! (?:tomorrow|work|school|lunch|half|quarter|about|around|\\d|" + Numbers.NUMBER + "))\\b");
    private static final Pattern DAY_BEFORE = Pattern.compile("\\b(?:the )?same (?:time|hour)(?: (?:but|just|on))? the day before\\b|\\bthe (?:day|evening|morning) before(?! (?:yesterday|work|school|lunch|half|quarter|about|around|\\d|" + Numbers.NUMBER + "))\\b(?: (?:at )?the same (?:time|hour)\\b)?");

    /** Without an amount: "can we come a bit earlier?", "do you have anything later?", "that's too late for us". */
    private static final String USUAL = "half an hour";
    private static final String ASKING = "(?:(?:is|are|would) there(?: be)? |(?:do|would) you have |(?:have you|you|you've)? ?got |(?:can|could|may|might|shall|should) (?:i|we|you|it) (?:please |maybe |perhaps |also |possibly )*)?";
    private static final String DOING = "(?:come|be(?: there)?|do(?: it)?|go|start|eat|meet|have(?: it)?|get|make it|move it|push it|shift it|put it|book it|prefer|need|like|want|take|possible|rather)";
    private static final String SOMEWHAT = "(?:a (?:little )?bit|a little|a tad|slightly|somewhat|anything|something|any(?: ?time)?|even|some ?time|rather|much|one|a (?:time|table|slot)|free|available)";
    private static final Pattern BY_SOME = Pattern.compile("(?i)\\b" + ASKING + "(?:" + DOING + "(?: to)?(?: " + SOMEWHAT + ")*|" + SOMEWHAT + "(?: " + SOMEWHAT + ")*) (earlier|later|sooner)\\b(?! (?:than|on\\b(?! (?:that|the same|\\w+day)\\b)|(?:in|this|that|of) (?:the )?(?:week|month|year)|ones?)\\b)");
    private static final Pattern TOO = Pattern.compile("(?i)\\b(?:(?:that's|that is|it's|it is|this is|which is) )(?:(?:a (?:little )?bit|a little|rather|quite|much|way|just|still|really|far) )*too (early|late)\\b(?: for (?:me|us))?(?! to\\b)");
    private static final Pattern AFTER_THAT = Pattern.compile("(?i)\\b" + ASKING + SOMEWHAT + " (after|before) (?:that|this)\\b(?! (?:day|date|week))");
    private static final Pattern ALONE = Pattern.compile("(?i)^((?:no|hm+|um+|uh+|oh|well|and|or|sorry|actually)[, ]+)*(earlier|later|sooner)(?:,? (?:please|maybe|perhaps|then|if possible))*[.?!]*$");

    /** "A bit later, eleven-ish": the hour tells how much. */
    private static final Pattern TOWARDS = Pattern.compile("(?i)\\b(?:" + SOMEWHAT + " )*(?:later|earlier|sooner)[,;:]? (?=(?:(?:at|around|about|say|maybe|like|to) )*(?:half past |quarter (?:past|to) )?(?:" + Numbers.NUMBER + "|\\d{1,2})(?:-? ?ish| o'clock|[,.?!]| please| or|$))");

    private static final Pattern TWICE = Pattern.compile("(?i)(" + USUAL + " (?:earlier|later|sooner))(?:[, ]+(?:but |or |and |just )?\\1)+");

    /** The same, with half an hour wherever it is not told how much earlier or later. */
    static String withAmount(String said) {
        if (TOWARDS.matcher(said).find()) {
            return said;
        }
        String told = TOO.matcher(said).replaceAll(too -> USUAL + (too.group(1).equalsIgnoreCase("late") ? " earlier" : " later"));
        told = AFTER_THAT.matcher(told).replaceAll(after -> USUAL + (after.group(1).equalsIgnoreCase("after") ? " later" : " earlier"));
        told = ALONE.matcher(BY_SOME.matcher(told).replaceAll(USUAL + " $1")).replaceAll(USUAL + " $2");
        return TWICE.matcher(told).replaceAll("$1");
    }

    /** A text may speak of "an hour later" without any time that it is later than: that is for the caller of this to know. */
    static Optional<Shift> in(String plain) {
        return Stream.of(fixed(NEXT_WEEK, Duration.ofDays(7), plain), fixed(NEXT_DAY, Duration.ofDays(1), plain), fixed(DAY_BEFORE, Duration.ofDays(-1), plain), beside(plain), by(plain), back(plain))
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

    private static Optional<Shift> back(String plain) {
        Matcher found = BACK.matcher(plain);
        return found.find() ? Optional.of(new Shift(signed(amount(found.group(2)), found.group(1)), cut(plain, found))) : Optional.empty();
    }

    private static Duration signed(Duration amount, String direction) {
        return direction.matches(".*\\b(?:earlier|sooner|before|forwards?|ahead)\\b.*") ? amount.negated() : amount;
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
