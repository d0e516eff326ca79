package switchboard.appointments.callback;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.tool.ToolException;
import switchboard.appointments.store.AppointmentBook;
import switchboard.appointments.store.Callback;

/** The shell's {@code voice:callbacks}. Thread-safe. */
@Component(service = CallbackCommands.class, property = {"osgi.command.scope=voice", "osgi.command.function=callbacks"})
public final class CallbackCommands {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Companies companies;
    private final AppointmentBook book;

    @Activate
    public CallbackCommands(@Reference Companies companies, @Reference AppointmentBook book) {
        this.companies = companies;
        this.book = book;
    }

    /**
     * Lists who is to be called back.
     *
     * @param options {@code --company ID} for one company; {@code --json} for programs
     * @throws SQLException if the database cannot be reached
     */
    public String callbacks(String... options) throws SQLException {
        Optional<String> company = Optional.empty();
        boolean json = false;
        for (Iterator<String> rest = List.of(options).iterator(); rest.hasNext();) {
            String option = rest.next();
            if (option.equals("--company") && rest.hasNext()) {
                company = Optional.of(rest.next());
            } else if (option.equals("--json")) {
                json = true;
            } else {
                throw new IllegalArgumentException("unknown option '%s'; allowed: --company ID, --json".formatted(option));
            }
        }
        JsonArray rows = new JsonArray();
        List<String> lines = new ArrayList<>();
        for (Company one : chosen(company)) {
            for (Callback callback : of(one)) {
                rows.add(json(one, callback));
                lines.add("%-20s %s  %-20s %-16s %s".formatted(one.id(), local(one, callback.askedAt()), callback.customer(), callback.phone(), callback.about()).stripTrailing());
            }
        }
        return json ? GSON.toJson(rows) : lines.isEmpty() ? "no call-backs" : String.join("\n", lines);
    }

    private List<Company> chosen(Optional<String> id) {
        return id.isEmpty() ? companies.all() : List.of(companies.find(id.get()).orElseThrow(() -> new IllegalArgumentException(
                "unknown company '%s'; known: %s".formatted(id.get(), String.join(", ", companies.all().stream().map(Company::id).toList())))));
    }

    private List<Callback> of(Company company) throws SQLException {
        try {
            return book.read(company.id(), ledger -> ledger.callbacks());
        } catch (ToolException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject json(Company company, Callback callback) {
        JsonObject json = new JsonObject();
        json.addProperty("company", company.id());
        json.addProperty("call", callback.call());
        json.addProperty("name", callback.customer());
        json.addProperty("phone", callback.phone());
        json.addProperty("about", callback.about());
        json.addProperty("asked", callback.askedAt().toString());
        json.addProperty("local", local(company, callback.askedAt()));
        return json;
    }

    private static String local(Company company, Instant time) {
        return LOCAL.format(time.atZone(company.business().timeZone()));
    }
}
