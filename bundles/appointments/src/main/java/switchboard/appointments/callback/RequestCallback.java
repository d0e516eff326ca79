package switchboard.appointments.callback;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolDescription;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.speech.Phrases;
import switchboard.appointments.speech.Speaker;
import switchboard.appointments.store.AppointmentBook;
import switchboard.appointments.store.Callback;

/** Notes that the caller is to be called back. A call has one such wish: a later one, with another number, takes its place. */
@Component(service = Tool.class)
public final class RequestCallback implements Tool {

    private static final Logger log = LoggerFactory.getLogger(RequestCallback.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(6);
    private static final int SHORTEST_PHONE_DIGITS = 4;
    private static final int LONGEST_ID = 200;
    private static final ToolDescription DESCRIPTION = new ToolDescription("request_callback",
            "Has somebody call back, if you do not know an answer and the caller wants that. Ask for name and phone number first.",
            """
            {"type": "object", "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 80},
            "phone": {"type": "string", "minLength": 1, "maxLength": 40, "description": "in digits"},
            "about": {"type": "string", "maxLength": 400, "description": "what the caller wants to know"}},
            "required": ["name", "phone"], "additionalProperties": false}""", true, TIMEOUT);

    private final AppointmentBook book;

    @Activate
    public RequestCallback(@Reference AppointmentBook book) {
        this.book = book;
    }

    /** How it is offered to a company's callers; empty if the company has nobody call back. */
    public static Optional<String> offer(Company company) {
        return Optional.of(company).filter(any -> any.business().tools().contains(DESCRIPTION.name())).map(any -> Wording.of(any.language()).offer());
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public String readBack(ToolCall call) throws ToolException {
        Callback wish = wish(call);
        return Wording.of(language(call)).readBack().formatted(wish.customer(), Speaker.phone(Phrases.of(language(call)), wish.phone()));
    }

    /** What is announced is on disk. */
    @Override
    public ToolResult run(ToolCall call) throws ToolException {
        Callback wish = wish(call);
        try {
            book.read(call.company().id(), ledger -> {
                ledger.note(wish);
                return wish;
            });
        } catch (SQLException e) {
            log.error("call={} company={} tool={} state={}", call.callId(), call.company().id(), DESCRIPTION.name(), e.getSQLState(), e);
            throw new ToolException(Phrases.of(language(call)).unreachable(), e);
        }
        return new ToolResult("{\"noted\":true}", Wording.of(language(call)).noted().formatted(wish.customer()));
    }

    private static Callback wish(ToolCall call) throws ToolException {
        JsonObject arguments = JsonParser.parseString(call.arguments()).getAsJsonObject();
        String phone = text(arguments, "phone");
        if (phone.replaceAll("\\D", "").length() < SHORTEST_PHONE_DIGITS) {
            throw new ToolException(Wording.of(language(call)).whatPhone());
        }
        String id = call.callId().length() <= LONGEST_ID ? call.callId() : call.callId().substring(0, LONGEST_ID);
        Instant now = call.now().toInstant();
        return new Callback(id, text(arguments, "name"), phone, text(arguments, "about"), now);
    }

    /** On one line. */
    private static String text(JsonObject arguments, String name) {
        return Optional.ofNullable(arguments.get(name)).map(value -> value.getAsString().replaceAll("\\p{Cntrl}", " ").strip()).orElse("");
    }

    private static String language(ToolCall call) {
        return call.company().language();
    }
}
