package switchboard.appointments.tools;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.availability.Wish;
import switchboard.appointments.speech.Speaker;
import switchboard.appointments.speech.When;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.Deed;
import switchboard.appointments.store.Ledger;
import switchboard.appointments.store.Note;

/** Moves an appointment, or changes how many come, with whom it is, or what staff should know. */
@Component(service = Tool.class)
public final class MoveAppointment extends AppointmentTool {

    @Activate
    public MoveAppointment(@Reference FrontDesk desk) {
        super(desk, Schema.tool("move_appointment", "Moves an appointment, or changes what is known of it. Needs name or phone.",
                true, "", Schema.NAME, Schema.PHONE, Schema.WHEN.formatted("from", "when it is now"), Schema.WHEN.formatted("to", "the new day and time, or how much later (PT1H30M, -PT1H)"), Schema.PARTY, Schema.WITH, Schema.NOTE));
    }

    /** @param note what is new of it */
    private record Change(Appointment before, Appointment after, Note note) {}

    @Override
    String readBack(Visit visit) throws SQLException, ToolException {
        Change change = visit.read(ledger -> plan(visit, ledger));
        Appointment before = change.before();
        Appointment after = change.after();
        Speaker speaker = visit.speaker();
        String thing = speaker.thing(before.resource(), before.kind(), before.party());
        String from = speaker.when(before.start().atZone(visit.availability().zone()));
        String to = speaker.when(after.start().atZone(visit.availability().zone()));
        List<String> news = speaker.news(before, after);
        String moving = from.equals(to) && news.isEmpty() ? Speaker.sentence(speaker.booking(before)) + "."
                : visit.phrases().moving(thing, before.customer(), from, to, news);
        return moving + " " + speaker.noted(change.note()) + visit.phrases().isThatRight();
    }

    @Override
    ToolResult run(Visit visit) throws SQLException, ToolException {
        Deed deed = visit.once(description().name(), ledger -> {
            Change change = plan(visit, ledger);
            Appointment after = change.after();
            ledger.hold(change.before());
            ledger.move(after, visit.availability().rules().buffer());
            return new Deed(Content.done("moved", after, visit.availability().zone()).toString(), visit.phrases().moved(visit.speaker().booking(after)));
        });
        return new ToolResult(deed.content(), deed.spoken());
    }

    private static Change plan(Visit visit, Ledger ledger) throws SQLException, ToolException {
        Appointment before = visit.appointment(ledger, visit.when("from"));
        ZonedDateTime was = before.start().atZone(visit.availability().zone());
        Duration duration = Duration.between(before.start(), before.end());
        int party = visit.arguments().number("party").orElse(before.party());
        Wish wish = new Wish(start(visit, was, party, duration), party, duration);
        Instant start = wish.start().toInstant();
        boolean sameResource = visit.speaker().chosen().stream().allMatch(name -> name.resource().name().equals(before.resource()));
        boolean stays = start.equals(before.start()) && party == before.party() && sameResource;
        Note note = visit.note().without(before.note());
        if (stays && note.isEmpty()) {
            throw new ToolException(visit.phrases().unchanged(visit.speaker().booking(before)));
        }
        String resource = stays ? before.resource() : visit.kept(ledger, wish, before).name();
        return new Change(before, before.moved(resource, party, start, start.plus(duration), visit.now()).noting(note), note);
    }

    /** When it shall be: what was not said stays as it is. */
    private static ZonedDateTime start(Visit visit, ZonedDateTime was, int party, Duration duration) throws ToolException {
        Optional<ZonedDateTime> shifted = visit.shift("to").map(was::plus);
        When to = shifted.map(time -> new When(List.of(time.toLocalDate()), List.of(time.toLocalTime()), true)).orElseGet(() -> visit.when("to"));
        if (to.hasDay() || to.hasTime()) {
            return visit.start(to.orOn(was.toLocalDate()).orAt(was.toLocalTime()), party, duration);
        }
        if (visit.arguments().hasAny("party", "with", "note") && !visit.arguments().hasAny("to")) {
            return was;
        }
        throw new ToolException(visit.phrases().whichDay());
    }
}
