package switchboard.appointments;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.tool.ToolException;
import switchboard.appointments.ical.Calendar;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.AppointmentBook;

/** The shell's {@code voice:appointments}. Thread-safe. */
@Component(service = AppointmentCommands.class, property = {"osgi.command.scope=voice", "osgi.command.function=appointments"})
public final class AppointmentCommands {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Companies companies;
    private final AppointmentBook book;
    private final Clock clock;

    @Activate
    public AppointmentCommands(@Reference Companies companies, @Reference AppointmentBook book) {
        this(companies, book, Clock.systemUTC());
    }

    AppointmentCommands(Companies companies, AppointmentBook book, Clock clock) {
        this.companies = companies;
        this.book = book;
        this.clock = clock;
    }

    private enum Format { TEXT, JSON, ICAL }

    private record Options(Optional<String> company, Format format) {}

    private record Row(Company company, Appointment appointment) {

        String local(Instant time) {
            ZonedDateTime local = time.atZone(company.business().timeZone());
            return LOCAL.format(local);
        }
    }

    /**
     * Lists the appointments that have not ended.
     *
     * @param options {@code --company ID} for one company; {@code --json} or {@code --ical} for programs
     * @throws SQLException if the database cannot be reached
     */
    public String appointments(String... options) throws SQLException {
        Options chosen = options(options);
        List<Row> rows = rows(chosen);
        return switch (chosen.format()) {
            case JSON -> json(rows);
            case ICAL -> new Calendar(chosen.company().flatMap(companies::find).map(Company::name).orElse("Switchboard"),
                    rows.stream().map(Row::appointment).toList()).text();
            case TEXT -> rows.isEmpty() ? "no appointments" : String.join("\n", rows.stream().map(AppointmentCommands::text).toList());
        };
    }

    private List<Row> rows(Options options) throws SQLException {
        List<Company> asked = options.company().isEmpty() ? companies.all() : List.of(companies.find(options.company().get()).orElseThrow(
                () -> new IllegalArgumentException("unknown company '%s'; known: %s".formatted(options.company().get(),
                        String.join(", ", companies.all().stream().map(Company::id).toList())))));
        List<Row> rows = new ArrayList<>();
        for (Company company : asked) {
            try {
                book.read(company.id(), ledger -> ledger.all(clock.instant())).forEach(one -> rows.add(new Row(company, one)));
            } catch (ToolException e) {
                throw new IllegalStateException(e);
            }
        }
        return rows;
    }

    private static Options options(String... options) {
        Optional<String> company = Optional.empty();
        Format format = Format.TEXT;
        for (Iterator<String> rest = Arrays.asList(options).iterator(); rest.hasNext();) {
            String option = rest.next();
            if (option.equals("--company") && rest.hasNext()) {
                company = Optional.of(rest.next());
            } else if (option.equals("--json") || option.equals("--ical")) {
                format = option.equals("--json") ? Format.JSON : Format.ICAL;
            } else {
                throw new IllegalArgumentException("unknown option '%s'; allowed: --company ID, --json, --ical".formatted(option));
            }
        }
        return new Options(company, format);
    }

    private static String text(Row row) {
        Appointment one = row.appointment();
        return "%-20s %s  %3d  %-12s %-12s %s %s  %s".formatted(row.company().id(), row.local(one.start()), one.party(), one.kind(),
                one.resource(), one.customer(), one.phone(), one.note().text()).stripTrailing();
    }

    private static String json(List<Row> rows) {
        JsonArray all = new JsonArray();
        for (Row row : rows) {
            Appointment one = row.appointment();
            JsonObject json = new JsonObject();
            json.addProperty("company", row.company().id());
            json.addProperty("id", one.id());
            json.addProperty("start", one.start().toString());
            json.addProperty("end", one.end().toString());
            json.addProperty("local", row.local(one.start()));
            json.addProperty("party", one.party());
            json.addProperty("kind", one.kind());
            json.addProperty("resource", one.resource());
            json.addProperty("name", one.customer());
            json.addProperty("phone", one.phone());
            json.addProperty("note", one.note().text());
            json.addProperty("revision", one.revision());
            all.add(json);
        }
        return GSON.toJson(all);
    }
}
