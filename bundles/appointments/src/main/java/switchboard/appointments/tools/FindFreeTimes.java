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
import switchboard.appointments.availability.Occupancy;
import switchboard.appointments.availability.Wish;
import switchboard.appointments.speech.When;

/** Says when something is free: a day's times, or whether one time is. */
@Component(service = Tool.class)
public final class FindFreeTimes extends AppointmentTool {

    @Activate
    public FindFreeTimes(@Reference FrontDesk desk) {
        super(desk, Schema.tool("find_free_times", "Looks up free times for an appointment on a day, or whether a time is free. Changes nothing.",
                false, "\"when\", \"party\"", Schema.WHEN.formatted("when", "day, with or without a time"), Schema.PARTY, Schema.KIND, Schema.WITH));
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
            return notFree(not, visit.speaker().refusal(wish, not, visit.availability()));
        }
        return free(List.of(wish.start()), visit.phrases().free(visit.speaker().wished(wish.start()), wish.party()));
    }

    private static ToolResult day(Visit visit, When when, Duration duration) throws SQLException, ToolException {
        LocalDate day = visit.day(when);
        Occupancy taken = taken(visit, day.atStartOfDay(visit.availability().zone()));
        List<ZonedDateTime> free = visit.free(when, visit.party(), duration, taken);
        if (free.isEmpty()) {
            NotFree not = visit.availability().nothing(day, visit.party(), duration, taken);
            return notFree(not, visit.speaker().refusal(day, visit.party(), not, visit.availability()));
        }
        return free(free, visit.phrases().freeTimes(visit.speaker().onDay(day), visit.party(), visit.speaker().runs(free)));
    }

    private static Occupancy taken(Visit visit, ZonedDateTime time) throws SQLException, ToolException {
        return visit.read(ledger -> visit.taken(ledger, time, ""));
    }

    private static ToolResult free(List<ZonedDateTime> times, String spoken) {
        return new ToolResult(json(true, "times", times).toString(), spoken);
    }

    private static ToolResult notFree(NotFree not, String spoken) {
        JsonObject json = json(false, "alternatives", not.alternatives());
        json.addProperty("reason", not.reason().name().toLowerCase(Locale.ROOT));
        return new ToolResult(json.toString(), spoken);
    }

    private static JsonObject json(boolean free, String name, List<ZonedDateTime> times) {
        JsonObject json = new JsonObject();
        json.addProperty("free", free);
        json.add(name, Content.times(times));
        return json;
    }
}
