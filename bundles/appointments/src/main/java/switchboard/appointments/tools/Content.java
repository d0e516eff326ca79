package switchboard.appointments.tools;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import switchboard.appointments.store.Appointment;

/** JSON for the language model: local times, and nothing that the caller should not hear. */
final class Content {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private Content() {
    }

    static JsonObject appointment(Appointment appointment, ZoneId zone) {
        JsonObject json = new JsonObject();
        json.addProperty("name", appointment.customer());
        json.addProperty("start", local(appointment.start(), zone));
        json.addProperty("end", local(appointment.end(), zone));
        json.addProperty("party", appointment.party());
        json.addProperty("kind", appointment.kind());
        json.addProperty("resource", appointment.resource());
        if (!appointment.note().isEmpty()) {
            json.addProperty("note", appointment.note().text());
        }
        return json;
    }

    static JsonObject done(String what, Appointment appointment, ZoneId zone) {
        JsonObject json = new JsonObject();
        json.addProperty(what, true);
        json.add("appointment", appointment(appointment, zone));
        return json;
    }

    static JsonArray times(List<ZonedDateTime> times) {
        JsonArray array = new JsonArray();
        times.forEach(time -> array.add(time.format(MINUTES)));
        return array;
    }

    private static String local(Instant time, ZoneId zone) {
        return time.atZone(zone).format(MINUTES);
    }
}
