package switchboard.appointments.tools;

import java.sql.SQLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.Deed;

/** Cancels. */
@Component(service = Tool.class)
public final class CancelAppointment extends AppointmentTool {

    @Activate
    public CancelAppointment(@Reference FrontDesk desk) {
        super(desk, Schema.tool("cancel_appointment", "Cancels an appointment. Needs name or phone.",
                true, "", Schema.NAME, Schema.PHONE, Schema.WHEN.formatted("when", "when it is")));
    }

    @Override
    String readBack(Visit visit) throws SQLException, ToolException {
        Appointment meant = visit.read(ledger -> visit.appointment(ledger, visit.when("when")));
        return visit.phrases().cancelling(visit.speaker().booking(meant)) + " " + visit.phrases().isThatRight();
    }

    @Override
    ToolResult run(Visit visit) throws SQLException, ToolException {
        Deed deed = visit.once(description().name(), ledger -> {
            Appointment meant = visit.appointment(ledger, visit.when("when"));
            ledger.hold(meant);
            ledger.cancel(meant, visit.now());
            return new Deed(Content.done("cancelled", meant, visit.availability().zone()).toString(),
                    visit.phrases().cancelled(visit.speaker().booking(meant)));
        });
        return new ToolResult(deed.content(), deed.spoken());
    }
}
