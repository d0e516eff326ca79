package switchboard.company;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;

/** The shell's {@code voice:companies} and {@code voice:schema}. Thread-safe. */
@Component(service = CompanyCommands.class,
        property = {"osgi.command.scope=voice", "osgi.command.function=companies", "osgi.command.function=schema"})
public final class CompanyCommands {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Companies companies;
    private final Problems refusals;
    private final MissingModels models;

    @Activate
    public CompanyCommands(@Reference Companies companies, @Reference Problems refusals, @Reference MissingModels models) {
        this.companies = companies;
        this.refusals = refusals;
        this.models = models;
    }

    /**
     * Lists all companies with their state: {@code ok}; {@code last-good}, if a change of it was refused; {@code refused}, if it is
     * not in force; {@code unready}, if its callers are refused because a model is missing. Below each stands what is wrong with it,
     * also what keeps nothing from being in force, such as a document that cannot be read.
     *
     * @param options {@code --json} for programs
     */
    public String companies(String... options) {
        List<Row> rows = rows();
        if (json(options)) {
            JsonArray all = new JsonArray();
            rows.forEach(row -> all.add(row.json()));
            return GSON.toJson(all);
        }
        return rows.isEmpty() ? "no companies" : String.join("\n", rows.stream().map(Row::text).toList());
    }

    /**
     * Prints the reference of all keys.
     *
     * @param options {@code --json} for the JSON Schema
     */
    public String schema(String... options) {
        return json(options) ? CompanySchema.json() : ReferencePage.markdown();
    }

    private static boolean json(String... options) {
        for (String option : options) {
            if (!"--json".equals(option)) {
                throw new IllegalArgumentException("unknown option '%s'; allowed: --json".formatted(option));
            }
        }
        return options.length > 0;
    }

    private List<Row> rows() {
        List<CompanyProblem> problems = companies.problems();
        Set<String> refused = refusals.all().stream().map(CompanyProblem::id).collect(Collectors.toSet());
        TreeSet<String> ids = new TreeSet<>(Stream.concat(companies.all().stream().map(Company::id), problems.stream().map(CompanyProblem::id)).toList());
        return ids.stream().map(id -> {
            List<CompanyProblem> own = problems.stream().filter(problem -> problem.id().equals(id)).toList();
            Optional<Company> company = companies.find(id);
            return new Row(id, company.map(Company::name).orElse(""), company.map(one -> state(one, refused)).orElse("refused"), own);
        }).toList();
    }

    private String state(Company company, Set<String> refused) {
        return models.isUnready(company) ? "unready" : refused.contains(company.id()) ? "last-good" : "ok";
    }

    private record Row(String id, String name, String state, List<CompanyProblem> problems) {

        String text() {
            StringBuilder text = new StringBuilder("%-40s %-9s %s".formatted(id, state, name).stripTrailing());
            problems.forEach(problem -> text.append("\n    ").append(problem.source()).append("  ").append(problem.message()));
            return text.toString();
        }

        JsonObject json() {
            JsonArray reasons = new JsonArray();
            for (CompanyProblem problem : problems) {
                JsonObject reason = new JsonObject();
                reason.addProperty("source", problem.source());
                reason.addProperty("message", problem.message());
                reasons.add(reason);
            }
            JsonObject json = new JsonObject();
            json.addProperty("id", id);
            json.addProperty("name", name);
            json.addProperty("state", state);
            json.add("problems", reasons);
            return json;
        }
    }
}
