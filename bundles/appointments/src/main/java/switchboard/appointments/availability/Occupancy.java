package switchboard.appointments.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import switchboard.api.company.BookingRules;

/**
 * What is taken.
 *
 * @param slots beginnings of the taken quarters of an hour, by the resource's name
 */
public record Occupancy(Map<String, Set<Instant>> slots) {

    /** Nothing is taken. */
    public static final Occupancy NONE = new Occupancy(Map.of());

    public Occupancy {
        slots = Map.copyOf(slots);
    }

    /** Whether a resource is free for all of these quarters of an hour. */
    public boolean isFree(String resource, List<Instant> quarters) {
        Set<Instant> taken = slots.getOrDefault(resource, Set.of());
        return quarters.stream().noneMatch(taken::contains);
    }

    /**
     * The quarters of an hour that something takes, in order; the last one may be taken in part.
     *
     * @param start    on the grid
     * @param duration positive
     */
    public static List<Instant> quarters(Instant start, Duration duration) {
        long grid = BookingRules.GRID.toSeconds();
        long count = Math.max(1, (duration.toSeconds() + grid - 1) / grid);
        return LongStream.range(0, count).mapToObj(i -> start.plusSeconds(i * grid)).toList();
    }

    /** Whether an instant lies on the grid. */
    public static boolean isOnGrid(Instant instant) {
        return instant.getNano() == 0 && Math.floorMod(instant.getEpochSecond(), BookingRules.GRID.toSeconds()) == 0;
    }
}
