package switchboard.appointments.speech;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.appointments.availability.Reason;

/** What is said about appointments in one language. Dates, times and things come in as they are said. Stateless. */
public interface Phrases {

    /** Those of a language; English if nobody has written them yet. */
    static Phrases of(String language) {
        return Map.<String, Phrases>of("en", new English(), "de", new German(), "es", new Spanish()).getOrDefault(language, new English());
    }

    /** How a day is printed, without the year. */
    DateTimeFormatter plainDay();

    /** Finds the part of the day in a time as it is said, so that it is not repeated in a list. */
    Pattern partOfDay();

    /** "on Friday, the third of December". */
    String onDay(String day);

    /** "on Friday, the third of December, at eight in the evening". */
    String when(String day, String time);

    /** "a, b or c". */
    String or(List<String> choices);

    /** "from five until ten". */
    String fromUntil(String from, String until);

    /** "a table for four"; for one person, or with a party of 0, without the number. */
    String thing(String word, int party);

    /** "for four". */
    String forParty(int party);

    /** "with Maria" for a person, "for the terrace" for anything else. */
    String with(Name name);

    /**
     * "the terrace for four", "the blue room for a massage": a place by its name.
     *
     * @param use what is done there; empty if that need not be said
     * @param party 0 if it need not be said
     */
    String place(String name, String use, int party);

    /** "an appointment", for what has no word of its own. */
    String appointment();

    /** "zero one two, three four five" for a phone number. */
    String phone(String number);

    /** "I note: by the window", without a full stop: it is not promised. */
    String noted(String note);

    String isThatRight();

    /** "A table for four on Friday at eight, for Anna Miller". */
    String booking(String thing, String when, String customer);

    String booked(String booking);

    /**
     * To another time, or to what else is new.
     *
     * @param to   the same as {@code from} if the time stays
     * @param news such as "with Maria" and "for four"; may be empty if the time is another
     */
    String moving(String thing, String customer, String from, String to, List<String> news);

    String moved(String booking);

    /** Nothing would be changed. */
    String unchanged(String booking);

    String cancelling(String booking);

    String cancelled(String booking);

    String found(List<String> bookings);

    String notFound(String customer);

    String whichOne(List<String> bookings);

    /**
     * Why not.
     *
     * @param time   as wished
     * @param onDay  as wished, for example "on Friday"
     * @param with   whom or what it was wished for, for example "with Maria"; empty if for none by name
     * @param party  as wished
     * @param most   the largest party
     * @param last   the last day for which bookings are taken
     */
    String refusal(Reason reason, String time, String onDay, String with, int party, int most, String last);

    /** What could be had instead; never empty. */
    String instead(List<String> alternatives);

    /** As {@link #instead}, on other days. */
    String next(List<String> whens);

    String nothingElse();

    /** "Yes, I have something for four on Friday at eight". */
    String free(String when, int party);

    String freeTimes(String onDay, int party, List<String> times);

    String noneFree(String onDay, int party);

    /** Of a day before today. */
    String past();

    String whichDay();

    String whichOf(List<String> choices);

    String whatTime(String onDay);

    String whoseIsIt();

    String whatName();

    String whatPhone();

    String whichKind(List<String> kinds);

    String noBookings();

    String unreachable();

    /** What a move changes; the time comes first, if it is another. */
    static String changed(String from, String to, List<String> news) {
        return Stream.concat(Stream.of(to).filter(time -> !time.equals(from)), news.stream()).collect(Collectors.joining(", "));
    }

    /** A text with a space in front; nothing for nothing. */
    static String spaced(String text) {
        return text.isEmpty() ? "" : " " + text;
    }

    /** "a, b or c"; with semicolons if a part has commas of its own. */
    static String join(List<String> parts, String last) {
        int end = parts.size() - 1;
        if (end < 1) {
            return parts.isEmpty() ? "" : parts.get(0);
        }
        String separator = parts.stream().anyMatch(part -> part.contains(",")) ? "; " : ", ";
        return String.join(separator, parts.subList(0, end)) + (separator.equals("; ") ? "; " : " ") + last + " " + parts.get(end);
    }
}
