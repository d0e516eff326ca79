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
import switchboard.appointments.availability.Reason;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.Note;

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
    void every_language_says_with_whom() {
        assertThat(speaker("en", "Maria", 1).booking(booking("Maria"))).isEqualTo("an appointment with Maria on Friday, 4 December, at 20:00, for Anna Miller");
        assertThat(speaker("de", "Herr Kern", 1).booking(booking("Herr Kern"))).isEqualTo("Termin bei Herrn Kern am Freitag, dem 4. Dezember, um 20 Uhr, auf den Namen Anna Miller");
        assertThat(speaker("es", "Doctora Luz", 1).booking(booking("Doctora Luz"))).isEqualTo("cita con la Doctora Luz el viernes, 4 de diciembre, a las 20:00, a nombre de Anna Miller");
    }

    @Test
    void every_language_says_that_it_notes() {
        assertThat(speaker("en", "table 4").noted(new Note("by the window"))).isEqualTo("I note: by the window. ");
        assertThat(speaker("de", "Tisch 4").noted(new Note("am Fenster"))).isEqualTo("Ich notiere: am Fenster. ");
        assertThat(speaker("es", "mesa 4").noted(new Note("junto a la ventana"))).isEqualTo("Anoto: junto a la ventana. ");
        assertThat(speaker("en", "table 4").noted(Note.NONE)).isEmpty();
    }

    @Test
    void every_language_says_what_a_move_changes() {
        assertThat(Phrases.of("en").moving("a visit", "Anna", "on Friday", "on Monday", List.of("with Dan", "for two")))
                .isEqualTo("I would move the visit, for Anna, from Friday to Monday, and make it with Dan, for two.");
        assertThat(Phrases.of("de").moving("Termin", "Anna", "am Freitag", "am Freitag", List.of("bei Dan"))).isEqualTo("Ich ändere: Termin, auf den Namen Anna, bisher am Freitag, neu bei Dan.");
        assertThat(Phrases.of("de").moving("Termin", "Anna", "am Freitag", "am Montag", List.of())).isEqualTo("Ich verlege: Termin, auf den Namen Anna, bisher am Freitag, neu am Montag.");
        assertThat(Phrases.of("es").moving("cita", "Anna", "el viernes", "el lunes", List.of("con Dan"))).isEqualTo("El cambio sería: cita el viernes, a nombre de Anna, pasa a ser el lunes, con Dan.");
        assertThat(Phrases.of("es").moving("cita", "Anna", "el viernes", "el lunes", List.of())).isEqualTo("El cambio sería: cita, a nombre de Anna, del viernes pasa al lunes.");
    }

    @Test
    void every_language_refuses_by_name() {
        Name maria = new Name(new Resource("Maria", 1));
        assertThat(refusal("en", "on Friday", maria)).isEqualTo("20:00 is taken on Friday with Maria.");
        assertThat(refusal("de", "am Freitag", maria)).isEqualTo("20 Uhr ist am Freitag bei Maria schon vergeben.");
        assertThat(refusal("es", "el viernes", maria)).isEqualTo("A las 20:00 ya está ocupado el viernes con Maria.");
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

    private static String refusal(String language, String onDay, Name name) {
        Phrases phrases = Phrases.of(language);
        return phrases.refusal(Reason.TAKEN, "20:00", onDay, phrases.with(name), 1, 1, "");
    }

    private static Speaker speaker(String language, String resource) {
        return speaker(language, resource, 4);
    }

    private static Speaker speaker(String language, String resource, int capacity) {
        BookingRules rules = new BookingRules(List.of(new Resource(resource, capacity)), Map.of("dinner", Duration.ofHours(2)), Duration.ZERO, Duration.ofDays(9), Duration.ZERO);
        return new Speaker(Phrases.of(language), new Times(Optional.empty(), Phrases.of(language).plainDay()), rules, NOW, Optional.empty(), Optional.empty());
    }

    private static Appointment booking(String resource) {
        ZonedDateTime start = time("2026-12-04T20:00");
        return new Appointment("one", resource, "dinner", "Anna Miller", "", 4, Note.NONE, start.toInstant(), start.plusHours(2).toInstant(), 0, NOW.toInstant());
    }

    private static ZonedDateTime time(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN);
    }
}
