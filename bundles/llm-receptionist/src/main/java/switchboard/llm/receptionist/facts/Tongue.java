package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import switchboard.api.company.OpeningHours.Span;

/** How a language says what a document writes in figures, and when a house is open. Implementations are immutable. */
public interface Tongue {

    /** @return that of English if the language is not known */
    static Tongue of(String language) {
        return Map.of("de", GermanTongue.TONGUE, "es", SpanishTongue.TONGUE).getOrDefault(language, EnglishTongue.TONGUE);
    }

    /** A number in words; from 0 to 999,999,999. */
    String number(long number);

    /** A year in words, for example "nineteen ninety eight". */
    String year(int year);

    /**
     * Money in words.
     *
     * @param currency its sign, such as {@code €}
     * @param minor    hundredths, below 100
     */
    String money(long major, int minor, String currency);

    /** What stands between the digits of a fraction: "point". */
    String point();

    /** A unit or a sign in words; the plural unless there is one. */
    String unit(String written, boolean one);

    /** A time of day, for example "half past seven in the evening". */
    String say(LocalTime time);

    /** From one time to another. */
    String say(Span span);

    /** Days in the order of the week, as in "on Friday" or "from Tuesday to Thursday". */
    String say(List<DayOfWeek> days);

    /** A date, as in "on Friday, the third of December". */
    String say(LocalDate day, LocalDate today);

    /**
     * A sentence on when the house is open.
     *
     * @param day   as {@link #say(List)} says it
     * @param spans as {@link #say(Span)} says them; empty if it is closed
     */
    String open(String day, List<String> spans);

    /** Whether it is open now. @param until when it closes, if it is open */
    String openNow(boolean open, LocalTime until);

    /** How signs in an address are called: {@code @}, {@code .}, {@code -}, {@code _}, {@code /}. */
    String sign(char sign);

    /** That it is not known. */
    String unknown();

    /** That a fact may not be what was asked for, and the fact. */
    String perhaps(String fact);

    /** A fact of the matter that was asked about, which mostly is the answer: says neither that it is nor that it may not be. */
    String ofTheMatter(String fact);

    /** What is needed for a call back. */
    String askWhoToCall();

    /** All right, and whether there is more. */
    String anythingElse();

    /** After something was told and nothing asked: what is wanted. */
    String whatToDo();

    /** After an answer: the other thing that was asked is not known. */
    String restUnknown();

    /** "one", "one and two", "one, two and three". */
    static String join(List<String> parts, String and) {
        int last = parts.size() - 1;
        return last < 1 ? String.join("", parts) : String.join(", ", parts.subList(0, last)) + " " + and + " " + parts.get(last);
    }

    /** Whether they follow one another, three at least: "from Tuesday to Thursday". */
    static boolean isRow(List<DayOfWeek> days) {
        return days.size() > 2 && days.get(days.size() - 1).getValue() - days.get(0).getValue() == days.size() - 1;
    }

    static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
    }
}
