package switchboard.appointments.tools;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.availability.Answer;
import switchboard.appointments.availability.Answer.NotFree;
import switchboard.appointments.availability.Availability;
import switchboard.appointments.availability.Occupancy;
import switchboard.appointments.availability.Reason;
import switchboard.appointments.availability.Wish;
import switchboard.appointments.speech.When;

/** Says when something is free: a day's times, or whether one time is. */
@Component(service = Tool.class)
public final class FindFreeTimes extends AppointmentTool {

    @Activate
    public FindFreeTimes(@Reference FrontDesk desk) {
        super(desk, Schema.tool("find_free_times", "Looks up free times for an appointment on a day, or whether a time is free. Changes nothing.",
                false, "\"when\", \"party\"", Schema.WHEN.formatted("when", "day, with or without a time"), Schema.PARTY, Schema.KIND));
    }

    @Override
    ToolResult run(Visit visit) throws SQLException, ToolException {
        Duration duration = visit.duration(visit.kind());
        When when = visit.when("when");
        return when.isPrecise() ? time(visit, new Wish(visit.start(when, visit.party(), duration), visit.party(), duration))
                : day(visit, when, duration);
    }

    private static ToolResult time(Visit visit, Wish wish) throws SQLException, ToolException {
        Answer answer = visit.availability().ask(wish, taken(visit, wish.start()));
        if (answer instanceof NotFree not) {
            return notFree(visit, wish, not);
        }
        return result(true, List.of(wish.start()), visit.phrases().free(visit.speaker().when(wish.start()), wish.party()));
    }

    private static ToolResult day(Visit visit, When when, Duration duration) throws SQLException, ToolException {
        LocalDate day = visit.day(when);
        Availability availability = visit.availability();
        ZonedDateTime noon = day.atTime(12, 0).atZone(availability.zone());
        Occupancy taken = taken(visit, noon);
        List<ZonedDateTime> free = visit.free(when, visit.party(), duration, taken);
        if (!free.isEmpty()) {
            String spoken = visit.phrases().freeTimes(visit.speaker().onDay(day), visit.party(), visit.speaker().runs(free));
            return result(true, free, spoken);
        }
        Wish wish = new Wish(noon, visit.party(), duration);
        NotFree not = (NotFree) availability.ask(wish, taken);
        if (not.reason() == Reason.OUTSIDE_HOURS || not.reason() == Reason.TOO_SOON || not.reason() == Reason.TAKEN
                || not.reason() == Reason.PAST && day.equals(availability.now().toLocalDate())) {
            String none = visit.phrases().noneFree(visit.speaker().onDay(day), visit.party());
            return result(false, not.alternatives(), none + " " + visit.speaker().instead(wish, not, availability).orElse(""));
        }
        return notFree(visit, wish, not);
    }

    private static ToolResult notFree(Visit visit, Wish wish, NotFree not) {
        JsonObject json = json(false, not.alternatives());
        json.addProperty("reason", not.reason().name().toLowerCase(Locale.ROOT));
        return new ToolResult(json.toString(), visit.speaker().refusal(wish, not, visit.availability()));
    }

    private static Occupancy taken(Visit visit, ZonedDateTime time) throws SQLException, ToolException {
        return visit.read(ledger -> visit.taken(ledger, time, ""));
    }

    private static ToolResult result(boolean free, List<ZonedDateTime> times, String spoken) {
        return new ToolResult(json(free, times).toString(), spoken.strip());
    }

    private static JsonObject json(boolean free, List<ZonedDateTime> times) {
        JsonObject json = new JsonObject();
        json.addProperty("free", free);
        json.add(free ? "times" : "alternatives", Content.times(times));
        return json;
    }
}
