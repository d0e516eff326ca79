package switchboard.appointments.tools;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.Customer;

/** Looks up a customer's appointments. */
@Component(service = Tool.class)
public final class FindAppointment extends AppointmentTool {

    @Activate
    public FindAppointment(@Reference FrontDesk desk) {
        super(desk, Schema.tool("find_appointment", "Looks up the caller's appointments by name or phone number. Changes nothing.",
                false, "", Schema.NAME, Schema.PHONE));
    }

    @Override
    ToolResult run(Visit visit) throws SQLException, ToolException {
        Customer customer = visit.customer();
        List<Appointment> found = visit.read(ledger -> ledger.find(customer, visit.now()));
        JsonArray appointments = new JsonArray();
        found.forEach(one -> appointments.add(Content.appointment(one, visit.availability().zone())));
        JsonObject json = new JsonObject();
        json.add("appointments", appointments);
        return new ToolResult(json.toString(), found.isEmpty() ? visit.notFound(customer)
                : visit.phrases().found(found.stream().map(visit.speaker()::booking).toList()));
    }
}
