package switchboard.company;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.company.BookingRules;
import switchboard.api.company.Company.Business;
import switchboard.api.company.OpeningHours;
import switchboard.api.company.OpeningHours.Span;

class BusinessReaderTest {

    @Test
    void days_and_times_become_spans() throws Exception {
        OpeningHours hours = hours("Tue-Thu 17:00-23:00", "Fri, Sat 17:00-01:00", "Sun 12:00-24:00").hours();

        assertThat(hours.weekly()).hasSize(6).doesNotContainKey(MONDAY);
        assertThat(hours.weekly().get(TUESDAY)).containsExactly(span("17:00", "23:00"));
        assertThat(hours.weekly().get(SATURDAY)).containsExactly(span("17:00", "01:00"));
        assertThat(hours.weekly().get(SUNDAY)).containsExactly(new Span(LocalTime.NOON, LocalTime.MIDNIGHT));
    }

    @Test
    void a_day_may_have_several_spans_in_any_order() throws Exception {
        OpeningHours hours = hours("Fri 14:00-18:00", "Mon-Fri 08:00-12:00", "Mon 13:00-14:00, 15:00-16:00").hours();

        assertThat(hours.weekly().get(FRIDAY)).containsExactly(span("08:00", "12:00"), span("14:00", "18:00"));
        assertThat(hours.weekly().get(MONDAY)).hasSize(3);
    }

    @Test
    void days_may_go_over_the_end_of_the_week() throws Exception {
        assertThat(hours("Sat-Mon 10:00-12:00").hours().weekly().keySet()).containsExactlyInAnyOrder(SATURDAY, SUNDAY, MONDAY);
    }

    @Test
    void exceptions_hold_on_their_day() throws Exception {
        Business business = read(Map.of("hours", "Mon-Sun 09:00-17:00",
                "hours.exceptions", new String[] {"2026-12-24 closed", "2026-12-31 18:00-02:00"}));

        assertThat(business.hours().on(LocalDate.of(2026, 12, 24))).isEmpty();
        assertThat(business.hours().on(LocalDate.of(2026, 12, 31))).containsExactly(span("18:00", "02:00"));
        assertThat(business.hours().on(LocalDate.of(2027, 1, 1))).containsExactly(span("09:00", "17:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tuesday 17:00-23:00", "Tue 17-23", "Tue 17:00", "17:00-23:00", "Tue 25:00-26:00", "Tue 24:30-25:00", "Tue 24:00-01:00",
        "Tue 09:00-12:00, 11:00-13:00", "Tue 20:00-02:00, 21:00-22:00", "tue 17:00-23:00", ""})
    void other_hours_are_refused_with_what_is_allowed(String hours) {
        assertThatThrownBy(() -> hours(hours)).isInstanceOf(InvalidCompanyException.class)
                .hasMessageContaining("'hours' has the entry '" + hours + "'; ").hasMessageMatching(".*(such as 'Tue-Thu 17:00-23:00'|overlap with).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30 closed", "2026-12-24", "24.12.2026 closed", "2026-12-24 open", "2026-12-24 09:00"})
    void other_exceptions_are_refused(String exception) {
        assertThatThrownBy(() -> read(Map.of("hours.exceptions", exception))).hasMessageContaining("'hours.exceptions' has the entry '" + exception + "'");
    }

    @Test
    void a_day_with_two_exceptions_is_refused() {
        assertThatThrownBy(() -> read(Map.of("hours.exceptions", new String[] {"2026-12-24 closed", "2026-12-24 09:00-10:00"})))
                .hasMessageContaining("its date is given twice");
    }

    @Test
    void resources_and_durations_make_rules() throws Exception {
        Map<String, Object> values = new HashMap<>(Map.of("hours", "Mon 09:00-17:00", "time.zone", "Europe/Berlin",
                "bookings.resources", new String[] {"table 1: 2", "table 4: 6"}, "bookings.durations", new String[] {"dinner: 120", "lunch: 60"}));
        values.putAll(Map.of("bookings.buffer.min", 15L, "bookings.horizon.days", 30L, "bookings.notice.min", 45L));
        Business business = read(values);
        BookingRules rules = business.bookings().orElseThrow();

        assertThat(business.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(rules.resources()).containsExactly(new BookingRules.Resource("table 1", 2), new BookingRules.Resource("table 4", 6));
        assertThat(rules.durations()).containsExactly(Map.entry("dinner", Duration.ofHours(2)), Map.entry("lunch", Duration.ofHours(1)));
        assertThat(rules.buffer()).isEqualTo(Duration.ofMinutes(15));
        assertThat(rules.horizon()).isEqualTo(Duration.ofDays(30));
        assertThat(rules.notice()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void who_takes_bookings_has_the_tools_for_it() throws Exception {
        assertThat(read(Map.of("hours", "Mon 09:00-17:00", "bookings.resources", "chair: 1")).tools()).containsExactlyInAnyOrder(
                "find_free_times", "book_appointment", "move_appointment", "cancel_appointment", "find_appointment", "request_callback");
        assertThat(read(Map.of("hours", "Mon 09:00-17:00", "bookings.resources", "chair: 1", "tools", new String[0])).tools()).isEmpty();
        assertThat(read(Map.of()).tools()).containsExactly("request_callback");
        assertThat(read(Map.of("tools", "find_free_times")).tools()).containsExactly("find_free_times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table 1", "table 1: 0", ": 2", "table 1: two", "table 1: -2"})
    void other_resources_are_refused(String resource) {
        assertThatThrownBy(() -> read(Map.of("hours", "Mon 09:00-17:00", "bookings.resources", resource)))
                .hasMessageContaining("'bookings.resources' has the entry '" + resource + "'; the list must hold names and numbers of people");
    }

    @Test
    void a_resource_that_is_named_twice_is_refused() {
        assertThatThrownBy(() -> read(Map.of("hours", "Mon 09:00-17:00", "bookings.resources", new String[] {"a: 2", "a: 4"})))
                .hasMessageContaining("'bookings.resources' has the entry 'a: 4'; its name is given twice");
    }

    @Test
    void bookings_without_hours_are_refused() {
        assertThatThrownBy(() -> read(Map.of("bookings.resources", "chair: 1"))).hasMessageContaining("'hours' is missing; it must be given, because 'bookings.resources' is");
    }

    @Test
    void a_time_zone_must_exist() {
        assertThatThrownBy(() -> read(Map.of("time.zone", "Europe/Atlantis"))).hasMessageContaining("'time.zone' is 'Europe/Atlantis'");
    }

    private static Business hours(String... hours) throws InvalidCompanyException {
        return read(Map.of("hours", hours));
    }

    private static Business read(Map<String, Object> values) throws InvalidCompanyException {
        Map<String, Object> all = new HashMap<>(values);
        all.put("name", "Acme");
        Settings settings = new Settings(all);
        Business business = BusinessReader.read(settings);
        settings.requireNoMistakes();
        return business;
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
