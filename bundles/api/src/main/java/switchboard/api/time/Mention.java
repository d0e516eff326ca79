package switchboard.api.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The day and the time that a text names; either may be absent, and either may be ambiguous.
 *
 * @param days  the days it can mean, the likeliest first; empty if it names none; more than one if a careful listener
 *              would ask ("next Saturday")
 * @param times the times it can mean, the likeliest first; empty if it names none; two if it may be morning or evening
 *              ("at eight"): the one who knows the opening hours decides
 * @param rest  the text without them, for whoever looks for a number or a name in it
 */
public record Mention(List<LocalDate> days, List<LocalTime> times, String rest) {

    /** Nothing. */
    public static final Mention NONE = new Mention(List.of(), List.of(), "");

    public Mention {
        days = List.copyOf(days);
        times = List.copyOf(times);
    }

    /** The likeliest day. */
    public Optional<LocalDate> day() {
        return days.stream().findFirst();
    }

    /** The likeliest time. */
    public Optional<LocalTime> time() {
        return times.stream().findFirst();
    }
}
