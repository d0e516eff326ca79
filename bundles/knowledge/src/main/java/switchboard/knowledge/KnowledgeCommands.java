package switchboard.knowledge;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.knowledge.Passage;

/** The shell's {@code voice:knowledge}: what is found for a question, so that a wrong answer can be explained. Thread-safe. */
@Component(service = KnowledgeCommands.class, property = {"osgi.command.scope=voice", "osgi.command.function=knowledge"})
public final class KnowledgeCommands {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final int PASSAGES = 8;
    private static final double NS_PER_MS = 1e6;

    private final Companies companies;
    private final Knowledge knowledge;

    @Activate
    public KnowledgeCommands(@Reference Companies companies, @Reference Knowledge knowledge) {
        this.companies = companies;
        this.knowledge = knowledge;
    }

    /**
     * Lists, as JSON, the passages that are found for a question, best first, and how long the search took.
     *
     * @param line {@code --company ID question}
     */
    public String knowledge(String... line) {
        if (line.length < 3 || !line[0].equals("--company")) {
            throw new IllegalArgumentException("usage: knowledge --company ID QUESTION");
        }
        Optional<Company> company = companies.find(line[1]);
        String question = String.join(" ", Arrays.copyOfRange(line, 2, line.length));
        long begun = System.nanoTime();
        List<Passage> passages = knowledge.search(company.orElseThrow(() -> new IllegalArgumentException("unknown company '%s'".formatted(line[1]))), question, PASSAGES);
        return GSON.toJson(new Found((System.nanoTime() - begun) / NS_PER_MS, passages));
    }

    /** The names are the answer's. */
    private record Found(double ms, List<Passage> passages) {}
}
