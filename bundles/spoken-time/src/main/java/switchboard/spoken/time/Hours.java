package switchboard.spoken.time;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The times that an hour of the clock can mean. */
final class Hours {

    private static final Set<String> AM = Set.of("am", "a");
    private static final Set<String> PM = Set.of("pm", "p");

    private Hours() {}

    /** The evening first, since that is what callers of a clock with twelve hours mostly mean; noon before midnight. */
    static List<LocalTime> either(int hour, int minute) {
        LocalTime time = LocalTime.of(hour % 24, minute);
        if (hour == 0 || hour > 12) {
            return List.of(time);
        }
        LocalTime other = time.plusHours(12);
        return hour == 12 ? List.of(time, other) : List.of(other, time);
    }

    /** Those in the half of the day that follows, as in "pm", "p m", "in the am"; all of them if none does. */
    static List<LocalTime> withMeridiem(Cursor cursor, List<LocalTime> times) {
        Optional<Boolean> afternoon = takeMeridiem(cursor);
        return afternoon.map(pm -> half(times, pm)).orElse(times);
    }

    /** Moves past "am" or "pm"; true for the latter. */
    static Optional<Boolean> takeMeridiem(Cursor cursor) {
        int at = cursor.at();
        boolean pm = cursor.phrase.in(at, PM);
        if (!pm && !cursor.phrase.in(at, AM)) {
            return Optional.empty();
        }
        cursor.move(at + 1);
        boolean whole = cursor.phrase.word(at).length() == 2;
        if (!whole && !cursor.take("m") && !(cursor.phrase.token(at).glued())) {
            cursor.move(at);
            return Optional.empty();
        }
        return Optional.of(pm);
    }

    /** Those of the morning or of the afternoon; all of them if there are none. */
    static List<LocalTime> half(List<LocalTime> times, boolean pm) {
        List<LocalTime> half = times.stream().filter(time -> time.getHour() >= 12 == pm).toList();
        return half.isEmpty() ? times : half;
    }
}
