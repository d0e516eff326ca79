package switchboard.llm.receptionist.facts;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes what is written for the eye fit for the ear: prices, times, telephone numbers, addresses on the net, units and numbers
 * become words. Immutable.
 */
record Ear(Tongue tongue) {

    private static final String CURRENCY = "[€£$]";
    private static final String AMOUNT = "(\\d{1,3}(?:[.,]\\d{3})+|\\d+)(?:[.,](\\d{2}))?(?![\\d])";
    private static final Pattern MONEY_AFTER = Pattern.compile(AMOUNT + "\\s?(?:(" + CURRENCY + ")|EUR\\b)");
    private static final Pattern MONEY_BEFORE = Pattern.compile("(" + CURRENCY + ")\\s?" + AMOUNT);
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern WEB = Pattern.compile("(?:https?://(?:www\\.)?|www\\.)([\\w-]+(?:\\.[\\w-]+)+(?:/[\\w./-]*\\w)?)/?");
    private static final Pattern TIME = Pattern.compile("(?<![\\d:])([01]?\\d|2[0-4])[:.]([0-5]\\d)(?![\\d:]|\\s?(?:km|cm|mm|m²|m|kg|g|l|ml|°|%|[€£$]|million)(?!\\p{L}))(?: (?:Uhr|h|hrs)\\b)?");
    /** "7pm" and "7:30 p.m."; what is behind "half past" needs no such word. */
    private static final Pattern TIME_OF_TWELVE = Pattern.compile("(?i)(?<![\\d:.])(1[0-2]|0?[1-9])(?:[:.]([0-5]\\d))? ?([ap])(?:m\\b|\\.m\\.)");
    /** An hour that may be one of the morning or the evening. */
    private static final Pattern OF_TWELVE = Pattern.compile("[1-9]|1[0-2]");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w€£$.,])\\+?\\d[\\d ()/-]{5,}\\d(?![\\d€£$%])");
    private static final Pattern YEAR = Pattern.compile("(?i)\\b(since|in|from|until|seit|von|desde|hasta) (1[1-9]\\d\\d|20\\d\\d)\\b(?! [€£$%]| (?!(?:that|which|who|when|and|with|to|until|by|it|we|on|as|for|after|before|is|was|were|has|have)\\b)\\p{L})");
    /** "The 20th". */
    private static final Pattern ORDINAL = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)\\b");
    private static final Pattern SIGNS = Pattern.compile("24/7|(?<=\\w )&(?= \\w)|/(?:hr|h|day|night|week|month)\\b");
    private static final Pattern UNIT = Pattern.compile("(\\d+)\\s?(km|cm|mm|m²|m|kg|g|ml|l|min|h|MB|GB|°C|%)(?![\\p{L}\\d])");
    private static final Pattern LETTER_AND_NUMBER = Pattern.compile("\\b(\\p{Lu})(\\d{1,4})\\b");
    private static final Pattern RANGE = Pattern.compile("(?<=\\d)\\s?[-–]\\s?(?=\\d)");
    private static final Pattern PENCE = Pattern.compile("(?<![\\w.,])(\\d{1,2})p\\b");
    /** "14 x 9 m", "2 × 3". */
    private static final Pattern TIMES = Pattern.compile("(?<=\\d)\\s?[x×]\\s?(?=\\d)");
    /** "1 April". */
    private static final Pattern DATE = Pattern.compile("(?<![\\d.,])(?:the )?([1-9]|[12]\\d|3[01]) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b)");
    /** "Over 60s". */
    private static final Pattern PLURAL = Pattern.compile("(?<![\\w.,])(\\d{1,4})['’]?s\\b");
    /** "3D" and "FK19 8XX": what is no unit is said apart. */
    private static final Pattern BESIDE_CAPITALS = Pattern.compile("(?<=\\p{Lu})(?=\\d)|(?<=\\d)(?=\\p{Lu})");
    private static final Pattern FRACTION = Pattern.compile("\\b(\\d+)[.,](\\d|\\d[1-9])0?\\b");
    private static final Pattern THOUSANDS = Pattern.compile("\\b(\\d{1,3}(?:[.,]\\d{3})+)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Map<Pattern, String> ABBREVIATIONS = Map.of(Pattern.compile("(?<=\\p{L})str\\.(?=\\s|$|,)"), "straße", Pattern.compile("\\bDr\\. "), "Doctor ",
            Pattern.compile("\\bapprox\\. "), "about ", Pattern.compile("\\be\\.g\\. "), "for example ", Pattern.compile("\\bca\\. "), "circa ", Pattern.compile("\\bz\\.\\s?B\\. "), "zum Beispiel ");
    private static final int LONGEST = 9;

    static Ear of(String language) {
        return new Ear(Tongue.of(language));
    }

    String say(String written) {
        String text = written.strip();
        for (Map.Entry<Pattern, String> abbreviation : ABBREVIATIONS.entrySet()) {
            text = abbreviation.getKey().matcher(text).replaceAll(abbreviation.getValue());
        }
        text = replace(EMAIL, text, match -> address(match.group()));
        text = replace(WEB, text, match -> address(match.group(1)));
        text = replace(RANGE, text, match -> isPhone(match, written) ? match.group() : tongue == GermanTongue.TONGUE ? " bis " : tongue == SpanishTongue.TONGUE ? " a " : " to ");
        text = replace(SIGNS, text, match -> (match.group().startsWith("/") ? " " : "") + tongue.unit(match.group(), false));
        text = replace(MONEY_BEFORE, text, match -> money(match.group(2), match.group(3), match.group(1)));
        text = replace(MONEY_AFTER, text, match -> money(match.group(1), match.group(2), match.group(3) == null ? "€" : match.group(3)));
        text = replace(TIME_OF_TWELVE, text, match -> time(Integer.parseInt(match.group(1)) % 12 + (match.group(3).equalsIgnoreCase("p") ? 12 : 0), match.group(2) == null ? 0 : Integer.parseInt(match.group(2))));
        boolean ofTwelve = tongue == EnglishTongue.TONGUE && TIME.matcher(text).results().allMatch(match -> OF_TWELVE.matcher(match.group(1)).matches());
        text = replace(TIME, text, match -> ofTwelve ? EnglishTongue.clock(LocalTime.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)))) : time(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))));
        text = tongue == EnglishTongue.TONGUE ? english(text) : text;
        text = replace(PHONE, text, match -> phone(match.group()));
        text = replace(YEAR, text, match -> match.group(1) + " " + tongue.year(Integer.parseInt(match.group(2))));
        text = replace(ORDINAL, text, match -> EnglishTongue.ordinal(Integer.parseInt(match.group(1))));
        text = replace(TIMES, text, match -> tongue == GermanTongue.TONGUE ? " mal " : tongue == SpanishTongue.TONGUE ? " por " : " by ");
        text = replace(UNIT, text, match -> match.group(1) + " " + tongue.unit(match.group(2), match.group(1).equals("1")));
        text = replace(LETTER_AND_NUMBER, text, match -> match.group(1) + " " + (match.group(2).length() > 2 ? digits(match.group(2)) : number(match.group(2))));
        text = replace(BESIDE_CAPITALS, text, match -> " ");
        text = replace(THOUSANDS, text, match -> number(match.group(1).replaceAll("[.,]", "")));
        text = replace(FRACTION, text, match -> number(match.group(1)) + " " + tongue.point() + " " + digits(match.group(2)));
        return replace(NUMBER, text, match -> number(match.group()));
    }

    /** What is written so in English only. */
    private String english(String written) {
        String text = replace(PENCE, written, match -> tongue.money(0, Integer.parseInt(match.group(1)), "£"));
        text = replace(DATE, text, match -> "the " + EnglishTongue.ordinal(Integer.parseInt(match.group(1))) + " of ");
        return replace(PLURAL, text, match -> (match.group(1).matches("1[1-9]\\d\\d|20\\d\\d") ? tongue.year(Integer.parseInt(match.group(1))) : tongue.number(Long.parseLong(match.group(1)))).replaceFirst("y$", "ie").replaceFirst("x$", "xe") + "s");
    }

    private String money(String major, String minor, String currency) {
        String whole = major.replaceAll("[.,]", "");
        return whole.length() > LONGEST ? digits(whole) : tongue.money(Long.parseLong(whole), minor == null ? 0 : Integer.parseInt(minor), currency);
    }

    private String time(int hour, int minute) {
        return tongue.say(LocalTime.of(hour % 24, minute));
    }

    /** A dash between groups of digits that are one number, as in "555-0142". */
    private static boolean isPhone(MatchResult dash, String text) {
        return PHONE.matcher(text).results().anyMatch(phone -> phone.group().contains("-") && phone.group().replaceAll("\\D", "").length() >= 7);
    }

    /** Digit by digit, with a pause between the groups. */
    private String phone(String written) {
        String plus = written.startsWith("+") ? "plus " : "";
        return plus + String.join(", ", List.of(written.replaceAll("[^\\d]+", " ").strip().split(" ")).stream().map(this::digits).toList());
    }

    private String digits(String figures) {
        return String.join(" ", figures.chars().mapToObj(digit -> tongue.number(digit - '0')).toList());
    }

    private String number(String figures) {
        return figures.length() > LONGEST || figures.startsWith("0") && figures.length() > 1 ? digits(figures) : tongue.number(Long.parseLong(figures));
    }

    private String address(String written) {
        return replace(Pattern.compile("[@._/-]"), written, match -> " " + tongue.sign(match.group().charAt(0)) + " ");
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> words) {
        return pattern.matcher(text).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(words.apply(match)));
    }
}
