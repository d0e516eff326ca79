package switchboard.appointments.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;
import switchboard.api.company.OpeningHours;
import switchboard.api.company.OpeningHours.Span;
import switchboard.appointments.availability.Answer.Free;
import switchboard.appointments.availability.Answer.NotFree;

/** Thousands of random companies, days and wishes, also around the change of the clocks. */
class AlternativesTest {

    private static final List<Resource> RESOURCES = List.of(new Resource("a", 2), new Resource("b", 2), new Resource("c", 6));
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2026, 12, 4), LocalDate.of(2027, 3, 27), LocalDate.of(2027, 10, 30));

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"})
    void what_is_offered_can_be_booked_and_what_is_free_does_not_overlap(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            LocalDate today = DAYS.get(i % DAYS.size());
            BookingRules rules = new BookingRules(RESOURCES, Map.of("any", Duration.ofHours(1)), Duration.ofMinutes(5L * random.nextInt(4)),
                    Duration.ofDays(20), Duration.ofMinutes(random.nextInt(90)));
            Availability availability = new Availability(zone, hours(random), rules, today.atTime(random.nextInt(24), 7).atZone(zone));
            Occupancy taken = taken(random, today.atStartOfDay(zone).toInstant());
            Wish wish = new Wish(today.plusDays(random.nextInt(3)).atTime(random.nextInt(24), 15 * random.nextInt(4)).atZone(zone),
                    1 + random.nextInt(6), Duration.ofMinutes(15L * (1 + random.nextInt(8))));

            check(availability, wish, taken, availability.ask(wish, taken));
        }
    }

    private static void check(Availability availability, Wish wish, Occupancy taken, Answer answer) {
        if (answer instanceof Free free) {
            assertThat(free.resource().capacity()).isGreaterThanOrEqualTo(wish.party());
            for (Instant at = wish.start().toInstant(); at.isBefore(wish.start().plus(wish.duration()).toInstant()); at = at.plus(BookingRules.GRID)) {
                assertThat(taken.slots().getOrDefault(free.resource().name(), Set.of())).doesNotContain(at);
            }
            assertThat(availability.free(availability.dayOf(wish.start()), wish.party(), wish.duration(), taken)).contains(wish.start());
        }
        if (answer instanceof NotFree not) {
            assertThat(not.alternatives()).isSorted().hasSizeLessThanOrEqualTo(3).doesNotContain(wish.start());
            for (ZonedDateTime alternative : not.alternatives()) {
                assertThat(availability.ask(wish.at(alternative), taken)).isInstanceOf(Free.class);
            }
        }
    }

    private static OpeningHours hours(Random random) {
        return new OpeningHours(Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> random.nextInt(4) == 0 ? List.<Span>of()
                : List.of(new Span(LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)), LocalTime.of(random.nextInt(24), 0))))), Map.of());
    }

    private static Occupancy taken(Random random, Instant from) {
        Map<String, Set<Instant>> slots = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            slots.computeIfAbsent(RESOURCES.get(random.nextInt(3)).name(), name -> new HashSet<>())
                    .add(from.plus(BookingRules.GRID.multipliedBy(random.nextInt(300))));
        }
        return new Occupancy(slots);
    }
}
