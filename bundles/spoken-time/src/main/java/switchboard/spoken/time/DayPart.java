package switchboard.spoken.time;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A part of the day: it chooses among the times that an hour can mean, and stands for its likeliest ones if none was said. */
enum DayPart {
    MORNING(0, 11, times(10, 0, 9, 0, 11, 0)),
    LUNCHTIME(11, 15, times(12, 30, 12, 0, 13, 0, 13, 30)),
    AFTERNOON(12, 18, times(15, 0, 14, 0, 16, 0, 17, 0)),
    EVENING(16, 23, times(19, 0, 20, 0, 19, 30, 18, 30, 18, 0, 20, 30)),
    /** "Tonight at seven" and "one at night": 18:00 to 5:59. */
    NIGHT(18, 5, times(20, 0, 21, 0, 19, 0, 22, 0)),
    /** "Tonight": its hours are the night's, its likeliest ones the evening's. */
    TONIGHT(16, 3, times(19, 0, 20, 0, 19, 30, 18, 30, 18, 0, 20, 30)),
    EARLY_MORNING(0, 11, times(8, 0, 7, 0, 9, 0)),
    LATE_MORNING(6, 11, times(11, 0, 11, 30, 10, 30)),
    EARLY_AFTERNOON(12, 18, times(13, 0, 13, 30, 14, 0)),
    LATE_AFTERNOON(12, 18, times(17, 0, 16, 30, 16, 0)),
    EARLY_EVENING(16, 23, times(18, 0, 18, 30, 17, 30)),
    LATE_EVENING(16, 23, times(21, 0, 20, 30, 21, 30));

    private static final Map<String, DayPart> MEALS = Map.of("breakfast", MORNING, "brunch", LATE_MORNING, "lunch", LUNCHTIME,
            "dinner", EVENING, "supper", EVENING);

    private final int firstHour;
    private final int lastHour;
    private final List<LocalTime> likely;

    DayPart(int firstHour, int lastHour, List<LocalTime> likely) {
        this.firstHour = firstHour;
        this.lastHour = lastHour;
        this.likely = likely;
    }

    /** When a meal is eaten, for a word that names one. */
    static Optional<DayPart> ofMeal(String word) {
        return Optional.ofNullable(MEALS.get(word));
    }

    /** What it means if no hour is said. */
    List<LocalTime> likely() {
        return likely;
    }

    /** Those that lie in it; all of them if none does. */
    List<LocalTime> of(List<LocalTime> times) {
        List<LocalTime> chosen = times.stream().filter(this::contains).toList();
        return chosen.isEmpty() ? times : chosen;
    }

    private boolean contains(LocalTime time) {
        int hour = time.getHour();
        return firstHour <= lastHour ? hour >= firstHour && hour <= lastHour : hour >= firstHour || hour <= lastHour;
    }

    private static List<LocalTime> times(int... hoursAndMinutes) {
        return IntStream.range(0, hoursAndMinutes.length / 2)
                .mapToObj(i -> LocalTime.of(hoursAndMinutes[2 * i], hoursAndMinutes[2 * i + 1])).toList();
    }
}
