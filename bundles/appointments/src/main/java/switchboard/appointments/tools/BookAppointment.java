package switchboard.appointments.tools;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.availability.Answer.NotFree;
import switchboard.appointments.availability.Occupancy;
import switchboard.appointments.availability.Wish;
import switchboard.appointments.speech.Speaker;
import switchboard.appointments.speech.When;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.Deed;
import switchboard.appointments.store.Ledger;

/** Books. */
@Component(service = Tool.class)
public final class BookAppointment extends AppointmentTool {

    private static final int SHORTEST_PHONE_DIGITS = 4;

    @Activate
    public BookAppointment(@Reference FrontDesk desk) {
        super(desk, Schema.tool("book_appointment", "Books an appointment, for example a table, once the caller has said name, day, time and how many come.",
                true, "\"name\", \"when\", \"party\"", Schema.NAME, Schema.PHONE, Schema.WHEN.formatted("when", "day and time"), Schema.PARTY, Schema.KIND, Schema.WITH, Schema.NOTE));
    }

    @Override
    String readBack(Visit visit) throws SQLException, ToolException {
        Appointment planned = visit.read(ledger -> plan(visit, ledger));
        String phone = planned.phone().isEmpty() ? "" : ", " + visit.speaker().phone(planned.phone());
        return Speaker.sentence(visit.speaker().booking(planned) + phone + ". ") + visit.speaker().noted(planned.note()) + visit.phrases().isThatRight();
    }

    @Override
    ToolResult run(Visit visit) throws SQLException, ToolException {
        Deed deed = visit.once(description().name(), ledger -> {
            Appointment planned = plan(visit, ledger);
            ledger.add(planned, visit.availability().rules().buffer());
            return new Deed(Content.done("booked", planned, visit.availability().zone()).toString(),
                    visit.phrases().booked(visit.speaker().booking(planned)));
        });
        return new ToolResult(deed.content(), deed.spoken());
    }

    private static String whatTime(Visit visit, Ledger ledger, When when, String kind) throws SQLException, ToolException {
        LocalDate day = visit.day(when);
        Occupancy taken = visit.taken(ledger, day.atStartOfDay(visit.availability().zone()), "");
        List<ZonedDateTime> free = visit.free(when, visit.party(), visit.duration(kind), taken);
        String onDay = visit.speaker().onDay(day);
        if (free.isEmpty()) {
            NotFree not = visit.availability().nothing(day, visit.party(), visit.duration(kind), taken);
            return visit.speaker().refusal(day, visit.party(), not, visit.availability());
        }
        return visit.phrases().whatTime(onDay) + " " + visit.phrases().instead(visit.speaker().runs(free));
    }

    private static Appointment plan(Visit visit, Ledger ledger) throws SQLException, ToolException {
        String kind = visit.kind();
        int party = visit.party();
        When when = visit.when("when");
        if (!when.isPrecise()) {
            throw new ToolException(whatTime(visit, ledger, when, kind));
        }
        Wish wish = new Wish(visit.start(when, party, visit.duration(kind)), party, visit.duration(kind));
        String phone = visit.arguments().text("phone").orElse("");
        if (!phone.isEmpty() && phone.replaceAll("\\D", "").length() < SHORTEST_PHONE_DIGITS) {
            throw new ToolException(visit.phrases().whatPhone());
        }
        String name = visit.arguments().text("name").orElseThrow(() -> new ToolException(visit.phrases().whatName()));
        String resource = visit.resource(ledger, wish, "").name();
        Instant start = wish.start().toInstant();
        return new Appointment(UUID.randomUUID().toString(), resource, kind, name, phone, party, visit.note(), start, start.plus(wish.duration()), 0, visit.now());
    }
}
