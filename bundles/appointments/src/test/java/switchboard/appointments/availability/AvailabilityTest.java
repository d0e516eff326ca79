package switchboard.appointments.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;
import switchboard.api.company.OpeningHours;
import switchboard.api.company.OpeningHours.Span;
import switchboard.appointments.availability.Answer.Free;
import switchboard.appointments.availability.Answer.NotFree;

class AvailabilityTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration DINNER = Duration.ofHours(2);
    /** Tuesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);
    private static final OpeningHours EVENINGS = daily(span("17:00", "23:00"));
    private static final OpeningHours NIGHTS = daily(span("17:00", "01:00"));

    @Test
    void the_smallest_resource_that_fits_is_taken() {
        assertThat(at(EVENINGS).ask(wish("2026-12-04T20:00", 2), Occupancy.NONE)).isEqualTo(new Free(new Resource("two", 2)));
        assertThat(at(EVENINGS).ask(wish("2026-12-04T20:00", 3), Occupancy.NONE)).isEqualTo(new Free(new Resource("four", 4)));
        assertThat(at(EVENINGS).ask(wish("2026-12-04T20:00", 2), taken("two", "2026-12-04T21:45"))).isEqualTo(new Free(new Resource("four", 4)));
    }

    @Test
    void a_resource_rests_after_each_booking() {
        assertThat(at(EVENINGS).ask(wish("2026-12-04T18:00", 4), taken("four", "2026-12-04T20:00"))).isInstanceOf(NotFree.class);
        assertThat(at(EVENINGS).ask(wish("2026-12-04T18:00", 4), taken("four", "2026-12-04T20:15"))).isInstanceOf(Free.class);
    }

    @Test
    void each_refusal_has_its_reason() {
        OpeningHours hours = new OpeningHours(EVENINGS.weekly(), Map.of(FRIDAY, List.of()));
        assertThat(reason(hours, "2026-12-03T20:00", 5)).isEqualTo(Reason.PARTY_TOO_LARGE);
        assertThat(reason(hours, "2026-12-01T09:00", 2)).isEqualTo(Reason.PAST);
        assertThat(reason(hours, "2026-12-01T17:00", 2)).isEqualTo(Reason.TOO_SOON);
        assertThat(reason(hours, "2027-02-01T20:00", 2)).isEqualTo(Reason.TOO_FAR);
        assertThat(reason(hours, "2026-12-04T20:00", 2)).isEqualTo(Reason.CLOSED);
        assertThat(reason(hours, "2026-12-03T16:45", 2)).isEqualTo(Reason.OUTSIDE_HOURS);
        assertThat(reason(hours, "2026-12-03T21:15", 2)).isEqualTo(Reason.OUTSIDE_HOURS);
        assertThat(reason(hours, "2026-12-03T20:10", 2)).isEqualTo(Reason.OFF_GRID);
    }

    @Test
    void the_last_booking_ends_when_the_company_closes() {
        assertThat(at(EVENINGS).ask(wish("2026-12-04T21:00", 2), Occupancy.NONE)).isInstanceOf(Free.class);
    }

    @Test
    void alternatives_lie_before_and_after_on_the_same_day() {
        NotFree answer = notFree(at(EVENINGS), wish("2026-12-04T19:30", 4), taken("four", "2026-12-04T19:30", "2026-12-04T19:45"));
        assertThat(answer.reason()).isEqualTo(Reason.TAKEN);
        assertThat(answer.alternatives()).containsExactly(time("2026-12-04T17:15"), time("2026-12-04T20:00"), time("2026-12-04T20:15"));
    }

    @Test
    void without_any_that_day_the_next_days_are_offered_at_about_the_same_time() {
        OpeningHours hours = new OpeningHours(EVENINGS.weekly(), Map.of(FRIDAY, List.of(), FRIDAY.plusDays(2), List.of(),
                FRIDAY.plusDays(3), List.of(span("12:00", "18:00"))));
        assertThat(notFree(at(hours), wish("2026-12-04T20:00", 2), Occupancy.NONE).alternatives())
                .containsExactly(time("2026-12-05T20:00"), time("2026-12-07T16:00"));
    }

    @Test
    void nothing_is_offered_where_nothing_helps() {
        assertThat(notFree(at(EVENINGS), wish("2026-12-04T20:00", 5), Occupancy.NONE).alternatives()).isEmpty();
        assertThat(notFree(at(EVENINGS), wish("2027-12-04T20:00", 2), Occupancy.NONE).alternatives()).isEmpty();
    }

    @Test
    void after_midnight_it_is_still_the_evening_before() {
        Availability nights = at(NIGHTS);
        assertThat(nights.ask(wish("2026-12-04T23:00", 2), Occupancy.NONE)).isInstanceOf(Free.class);
        assertThat(nights.dayOf(time("2026-12-05T00:30"))).isEqualTo(FRIDAY);
        assertThat(nights.free(FRIDAY, 2, Duration.ofMinutes(30), Occupancy.NONE)).endsWith(time("2026-12-05T00:30")).hasSize(31);
    }

    @Test
    void spans_that_meet_at_midnight_are_one() {
        OpeningHours hours = daily(span("00:00", "02:00"), span("20:00", "00:00"));
        assertThat(at(hours).ask(wish("2026-12-04T23:00", 2), Occupancy.NONE)).isInstanceOf(Free.class);
        assertThat(notFree(at(hours), wish("2026-12-05T00:30", 2), Occupancy.NONE).reason()).isEqualTo(Reason.OUTSIDE_HOURS);
    }

    @Test
    void a_whole_day_has_as_many_quarters_as_it_has() {
        OpeningHours always = daily(span("00:00", "00:00"));
        assertThat(quarters(always, LocalDate.of(2027, 3, 27))).hasSize(96);
        assertThat(quarters(always, LocalDate.of(2027, 3, 28))).hasSize(92).doesNotContain(LocalTime.of(2, 0)).contains(LocalTime.of(3, 0));
        // The hour that comes twice is offered once.
        assertThat(quarters(always, LocalDate.of(2027, 10, 31))).hasSize(96).containsOnlyOnce(LocalTime.of(2, 30));
    }

    @Test
    void when_the_clocks_change_elapsed_time_counts() {
        OpeningHours hours = daily(span("22:00", "04:00"));
        LocalDate spring = LocalDate.of(2027, 3, 27);
        LocalDate autumn = LocalDate.of(2027, 10, 30);
        Function<LocalDate, ZonedDateTime> last = day -> {
            List<ZonedDateTime> free = new Availability(BERLIN, hours, rules(), day.atTime(12, 0).atZone(BERLIN)).free(day, 2, DINNER, Occupancy.NONE);
            return free.get(free.size() - 1);
        };
        assertThat(last.apply(spring).toLocalDateTime()).isEqualTo(LocalDateTime.parse("2027-03-28T01:00"));
        assertThat(last.apply(autumn).toLocalDateTime()).isEqualTo(LocalDateTime.parse("2027-10-31T02:45"));
        assertThat(Occupancy.quarters(last.apply(spring).toInstant(), DINNER)).hasSize(8);
    }

    private static List<LocalTime> quarters(OpeningHours hours, LocalDate day) {
        return new Availability(BERLIN, hours, rules(), day.minusDays(1).atTime(12, 0).atZone(BERLIN))
                .free(day, 2, Duration.ofMinutes(15), Occupancy.NONE).stream().map(ZonedDateTime::toLocalTime).toList();
    }

    private static Availability at(OpeningHours hours) {
        return new Availability(BERLIN, hours, rules(), TODAY.atTime(16, 30).atZone(BERLIN));
    }

    private static BookingRules rules() {
        return new BookingRules(List.of(new Resource("four", 4), new Resource("two", 2)), Map.of("dinner", DINNER),
                Duration.ofMinutes(15), Duration.ofDays(60), Duration.ofHours(1));
    }

    private static Reason reason(OpeningHours hours, String start, int party) {
        return notFree(at(hours), wish(start, party), Occupancy.NONE).reason();
    }

    private static NotFree notFree(Availability availability, Wish wish, Occupancy taken) {
        return (NotFree) availability.ask(wish, taken);
    }

    private static Wish wish(String start, int party) {
        return new Wish(time(start), party, DINNER);
    }

    private static ZonedDateTime time(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN);
    }

    private static Occupancy taken(String resource, String... quarters) {
        Map<String, Set<Instant>> slots = new HashMap<>();
        slots.put(resource, new HashSet<>(Arrays.stream(quarters).map(quarter -> time(quarter).toInstant()).toList()));
        return new Occupancy(slots);
    }

    private static OpeningHours daily(Span... spans) {
        return new OpeningHours(Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> List.of(spans))), Map.of());
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
