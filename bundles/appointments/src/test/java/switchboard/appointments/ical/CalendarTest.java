package switchboard.appointments.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.Note;

class CalendarTest {

    private static final Instant START = Instant.parse("2026-12-04T19:00:00Z");

    @Test
    void an_appointment_is_an_event_in_utc() {
        assertThat(new Calendar("Diner", List.of(appointment("Anna Miller"))).text().split("\r\n")).containsExactly(
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Switchboard//Appointments//EN", "CALSCALE:GREGORIAN", "NAME:Diner", "X-WR-CALNAME:Diner",
                "BEGIN:VEVENT", "UID:4b8f", "DTSTAMP:20261201T080910Z", "LAST-MODIFIED:20261201T080910Z", "SEQUENCE:2",
                "DTSTART:20261204T190000Z", "DTEND:20261204T210000Z", "SUMMARY:Anna Miller (4)\\, dinner", "LOCATION:table 2",
                "DESCRIPTION:0170 1234", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR");
    }

    @Test
    void separators_are_escaped_and_nothing_breaks_out_of_its_line() {
        assertThat(new Calendar("a;b\\c", List.of(appointment("Eve\r\nEND:VEVENT\u0007"))).text())
                .contains("NAME:a\\;b\\\\c\r\n", "SUMMARY:Eve\\nEND:VEVENT (4)\\, dinner\r\n");
    }

    @Test
    void what_staff_should_know_is_told_below_the_number() {
        Note note = Note.said("nut allergy; by the window, please");
        assertThat(new Calendar("Diner", List.of(appointment("Anna").noting(note))).text()).contains("DESCRIPTION:0170 1234\\nnut allergy\\; by the window\\, please\r\n");
        Appointment silent = new Appointment("4b8f", "table 2", "dinner", "Anna", "", 4, Note.NONE, START, START.plusSeconds(7200), 2, START);
        assertThat(new Calendar("Diner", List.of(silent.noting(note))).text()).contains("DESCRIPTION:nut allergy\\; by the window\\, please\r\n");
        assertThat(new Calendar("Diner", List.of(silent)).text()).doesNotContain("DESCRIPTION");
    }

    @Test
    void long_lines_are_folded_between_characters() {
        String name = "ä€😀".repeat(60);
        String text = new Calendar(name, List.of()).text();

        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("NAME:" + name + "\r\n");
    }

    private static Appointment appointment(String customer) {
        return new Appointment("4b8f", "table 2", "dinner", customer, "0170 1234", 4, Note.NONE, START, START.plusSeconds(7200), 2, Instant.parse("2026-12-01T08:09:10.5Z"));
    }
}
