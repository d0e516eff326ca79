package switchboard.api.company;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be booked.
 *
 * @param resources what is taken by a booking: tables, chairs, rooms; never empty
 * @param durations how long a booking takes, by its kind, for example "dinner"; never empty; the first is the default
 * @param buffer    how long a resource rests after each booking
 * @param horizon   how far ahead bookings are taken
 * @param notice    how long before its beginning a booking must be made
 */
public record BookingRules(List<Resource> resources, Map<String, Duration> durations, Duration buffer, Duration horizon, Duration notice) {

    /** Bookings begin on the quarter of an hour. */
    public static final Duration GRID = Duration.ofMinutes(15);

    public BookingRules {
        resources = List.copyOf(resources);
        durations = Collections.unmodifiableMap(new LinkedHashMap<>(durations));
        if (resources.isEmpty() || durations.isEmpty()) {
            throw new IllegalArgumentException("bookings need a resource and a duration");
        }
    }

    /**
     * One thing that can be taken.
     *
     * @param name     unique in the company, for example "table 4"
     * @param capacity how many people it is for; positive
     */
    public record Resource(String name, int capacity) {

        public Resource {
            if (capacity < 1) {
                throw new IllegalArgumentException("capacity must be positive: " + capacity);
            }
        }
    }
}
