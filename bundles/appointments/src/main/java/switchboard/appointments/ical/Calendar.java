package switchboard.appointments.ical;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.appointments.store.Appointment;

/**
 * A company's appointments as a calendar (RFC 5545). All times are in UTC, so that no time zone has to be described; every
 * program shows them in its own.
 *
 * @param name what the calendar is called (RFC 7986, 5.1)
 */
public record Calendar(String name, List<Appointment> appointments) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Octets of a line, without its end (RFC 5545, 3.1). */
    private static final int LINE = 75;

    public Calendar {
        appointments = List.copyOf(appointments);
    }

    /** The calendar's text; lines end with CR LF. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN", "VCALENDAR");
        line(text, "VERSION", "2.0");
        line(text, "PRODID", "-//Switchboard//Appointments//EN");
        line(text, "CALSCALE", "GREGORIAN");
        line(text, "NAME", escaped(name));
        line(text, "X-WR-CALNAME", escaped(name));
        appointments.forEach(appointment -> event(text, appointment));
        line(text, "END", "VCALENDAR");
        return text.toString();
    }

    private static void event(StringBuilder text, Appointment appointment) {
        line(text, "BEGIN", "VEVENT");
        line(text, "UID", appointment.id());
        line(text, "DTSTAMP", time(appointment.changed()));
        line(text, "LAST-MODIFIED", time(appointment.changed()));
        line(text, "SEQUENCE", String.valueOf(appointment.revision()));
        line(text, "DTSTART", time(appointment.start()));
        line(text, "DTEND", time(appointment.end()));
        line(text, "SUMMARY", escaped(appointment.customer() + " (" + appointment.party() + "), " + appointment.kind()));
        line(text, "LOCATION", escaped(appointment.resource()));
        String description = Stream.of(appointment.phone(), appointment.note().text()).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
        if (!description.isEmpty()) {
            line(text, "DESCRIPTION", escaped(description));
        }
        line(text, "STATUS", "CONFIRMED");
        line(text, "END", "VEVENT");
    }

    private static String time(Instant instant) {
        return UTC.format(instant);
    }

    /** RFC 5545, 3.3.11; control characters are not allowed at all. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
                .replaceAll("\\R", "\\\\n").replaceAll("\\p{Cc}", "");
    }

    /** RFC 5545, 3.1: a long line goes on after a space; no character is torn apart. */
    private static void line(StringBuilder text, String name, String value) {
        int octets = 0;
        for (int character : (name + ":" + value).codePoints().toArray()) {
            String next = Character.toString(character);
            int length = next.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(next);
            octets += length;
        }
        text.append("\r\n");
    }
}
