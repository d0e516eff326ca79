package switchboard.appointments.tools;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolDescription;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.speech.Phrases;

/** What the tools have in common: a description, a visit for each call, and an excuse while the database is away. */
abstract class AppointmentTool implements Tool {

    private static final Logger log = LoggerFactory.getLogger(AppointmentTool.class);

    private final FrontDesk desk;
    private final ToolDescription description;

    AppointmentTool(FrontDesk desk, ToolDescription description) {
        this.desk = desk;
        this.description = description;
    }

    /** The question before the deed; see {@link Tool#readBack}. */
    String readBack(Visit visit) throws SQLException, ToolException {
        throw new IllegalStateException(description.name() + " has no side effect");
    }

    /** The deed; see {@link Tool#run}. */
    abstract ToolResult run(Visit visit) throws SQLException, ToolException;

    @Override
    public final ToolDescription description() {
        return description;
    }

    /** With the kinds that the company has, and without a need to say how many come where one comes alone. */
    @Override
    public final ToolDescription description(Company company) {
        return company.business().bookings().map(rules -> Schema.of(description, rules)).orElse(description);
    }

    @Override
    public final String readBack(ToolCall call) throws ToolException {
        return guarded(call, this::readBack);
    }

    @Override
    public final ToolResult run(ToolCall call) throws ToolException {
        return guarded(call, this::run);
    }

    private interface Step<T> {

        T in(Visit visit) throws SQLException, ToolException;
    }

    private <T> T guarded(ToolCall call, Step<T> step) throws ToolException {
        try {
            return step.in(desk.visit(call));
        } catch (SQLException e) {
            log.error("call={} company={} tool={} state={} reason={}",
                    call.callId(), call.company().id(), description.name(), e.getSQLState(), e.getClass().getSimpleName());
            log.debug("call={}", call.callId(), e);
            throw new ToolException(Phrases.of(call.company().language()).unreachable(), e);
        }
    }
}
