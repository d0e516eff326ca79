package switchboard.appointments.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;
import switchboard.appointments.store.Appointment;

/** What is said where no service knows how to say times. */
class PhrasesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZonedDateTime NOW = time("2026-12-01T10:00");

    @Test
    void every_language_says_a_booking() {
        assertThat(speaker("en", "table 4").booking(booking("table 4"))).isEqualTo("a table for four on Friday, 4 December, at 20:00, for Anna Miller");
        assertThat(speaker("de", "Tisch 4").booking(booking("Tisch 4"))).isEqualTo("Tisch für vier Personen am Freitag, dem 4. Dezember, um 20 Uhr, auf den Namen Anna Miller");
        assertThat(speaker("es", "mesa 4").booking(booking("mesa 4"))).isEqualTo("mesa para cuatro personas el viernes, 4 de diciembre, a las 20:00, a nombre de Anna Miller");
    }

    @Test
    void what_has_a_name_of_its_own_is_an_appointment() {
        assertThat(speaker("en", "Salon").thing("Salon", "dinner", 4)).isEqualTo("an appointment for four");
        assertThat(speaker("en", "room A").thing("room A", "dinner", 4)).isEqualTo("a room for four");
        assertThat(speaker("en", "Tisch #12").thing("Tisch #12", "dinner", 2)).isEqualTo("a Tisch for two");
    }

    @Test
    void long_runs_are_said_as_a_whole() {
        List<ZonedDateTime> free = List.of(time("2026-12-04T17:00"), time("2026-12-04T18:00"), time("2026-12-04T18:15"), time("2026-12-04T18:30"),
                time("2026-12-04T18:45"), time("2026-12-04T20:00"));
        assertThat(speaker("en", "table 1").runs(free)).containsExactly("17:00", "from 18:00 until 18:45", "20:00");
    }

    @Test
    void iso_times_are_read_without_a_service() {
        Times times = new Times(Optional.empty(), Phrases.of("en").plainDay());
        assertThat(When.read("2026-12-04T20:00", NOW, times).fits(LocalDateTime.parse("2026-12-04T20:00"))).isTrue();
        assertThat(When.read("2026-12-04T19:00:00Z", NOW, times).fits(LocalDateTime.parse("2026-12-04T20:00"))).isTrue();
        assertThat(When.read("2026-12-04 20:00", NOW, times).hasTime()).isTrue();
        assertThat(When.read("2026-12-04", NOW, times)).matches(When::hasDay).matches(when -> !when.hasTime());
        assertThat(When.read("20:00", NOW, times)).matches(When::hasTime).matches(when -> !when.hasDay());
        assertThat(When.read("2026-02-30", NOW, times)).isEqualTo(When.NEVER_SAID);
        assertThat(When.read("soon", NOW, times)).isEqualTo(When.NEVER_SAID);
    }

    private static Speaker speaker(String language, String resource) {
        BookingRules rules = new BookingRules(List.of(new Resource(resource, 4)), Map.of("dinner", Duration.ofHours(2)), Duration.ZERO, Duration.ofDays(9), Duration.ZERO);
        return new Speaker(Phrases.of(language), new Times(Optional.empty(), Phrases.of(language).plainDay()), rules, NOW, Optional.empty());
    }

    private static Appointment booking(String resource) {
        ZonedDateTime start = time("2026-12-04T20:00");
        return new Appointment("one", resource, "dinner", "Anna Miller", "", 4, start.toInstant(), start.plusHours(2).toInstant(), 0, NOW.toInstant());
    }

    private static ZonedDateTime time(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN);
    }
}
