package switchboard.test.framework.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.Message;
import switchboard.test.framework.Eventually;
import switchboard.testkit.facts.FactQuestion;
import switchboard.testkit.facts.FactQuestion.Outcome;

/** The bench's companies, asked the questions for development: what was reached once is kept. The bench tells the rest. */
@Timeout(300)
class FactsTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2027, 1, 12, 10, 15);

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 10_000)
    ConfigurationAdmin configurations;
    @InjectService(timeout = 60_000)
    Assistant assistant;
    @InjectService(timeout = 60_000)
    LanguageModel languageModel;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;

    private Path bench;
    private WatchedCompanies watched;
    private int calls;

    @BeforeEach
    void the_benchs_companies_are_found_beside_the_samples() throws IOException {
        bench = Path.of(context.getProperty("felix.fileinstall.dir")).getParent().resolveSibling("bench");
        watched = new WatchedCompanies(context, configurations, companies);
    }

    @AfterEach
    void remove_them() throws Exception {
        watched.close();
    }

    @Test
    void most_facts_are_told_and_none_is_invented() throws Exception {
        Map<Outcome, List<String>> outcomes = ask("facts-dev.tsv");

        assertThat(outcomes.getOrDefault(Outcome.INVENTED, List.of())).isEmpty();
        assertThat(shareRight(outcomes)).as("wrong: %s", outcomes.get(Outcome.WRONG)).isGreaterThan(0.88);
    }

    @Test
    void german_and_spanish_companies_tell_most_facts_too_and_invent_none() throws Exception {
        Map<Outcome, List<String>> outcomes = ask("facts-languages-dev.tsv");

        assertThat(outcomes.getOrDefault(Outcome.INVENTED, List.of())).isEmpty();
        assertThat(shareRight(outcomes)).as("wrong: %s", outcomes.get(Outcome.WRONG)).isGreaterThan(0.85);
    }

    @Test
    void what_documents_do_not_say_of_the_things_that_they_speak_of_is_mostly_not_told() throws Exception {
        Map<Outcome, List<String>> outcomes = ask("facts-near-misses.tsv");

        assertThat(outcomes.getOrDefault(Outcome.INVENTED, List.of()).size()).as("told as answers: %s", outcomes.get(Outcome.INVENTED)).isLessThan(8);
        assertThat(shareRight(outcomes)).as("beside the point: %s", outcomes.get(Outcome.BESIDE)).isGreaterThan(0.84);
    }

    private Map<Outcome, List<String>> ask(String file) throws Exception {
        Map<Outcome, List<String>> outcomes = new EnumMap<>(Outcome.class);
        for (FactQuestion question : FactQuestion.read(bench.resolve("retrieval").resolve(file))) {
            String answer = answer(company(question.company()), question.turns());
            outcomes.computeIfAbsent(question.outcome(answer), none -> new ArrayList<>()).add(question.turns() + " " + answer);
        }
        return outcomes;
    }

    private static double shareRight(Map<Outcome, List<String>> outcomes) {
        return outcomes.entrySet().stream().filter(some -> some.getKey().isRight()).mapToDouble(some -> some.getValue().size()).sum() / outcomes.values().stream().mapToInt(List::size).sum();
    }

    private Company company(String id) throws Exception {
        Path folder = bench.resolve("companies");
        Path file = folder.resolve("switchboard.company~" + id + ".json");
        if (companies.find(id).isEmpty() && Files.exists(file)) {
            watched.save(id, Files.readString(file).replaceFirst("\"knowledge\": \"(.*?)\"", "\"knowledge\": \"" + folder.toAbsolutePath() + "/$1\""));
        }
        Company company = watched.await(id);
        Eventually.present(() -> knowledge.search(company, "opening hours", 1).stream().findFirst());
        return company;
    }

    private String answer(Company company, List<String> turns) throws Exception {
        String call = "facts-" + calls++;
        List<Message> conversation = new ArrayList<>();
        for (int turn = 1; turn <= turns.size(); turn++) {
            conversation.add(new Message.User(turns.get(turn - 1)));
            conversation.add(new Message.Assistant(answer(new Assistant.Turn(company, call, turn, List.copyOf(conversation), false, Optional.of(NOW)))));
        }
        assistant.forget(call);
        return conversation.get(conversation.size() - 1).text();
    }

    private String answer(Assistant.Turn turn) throws Exception {
        StringBuilder answer = new StringBuilder();
        CompletableFuture<String> ended = new CompletableFuture<>();
        assistant.reply(turn, event -> {
            if (event instanceof GenerationEvent.Text text) {
                answer.append(text.text());
            } else {
                ended.complete(event instanceof GenerationEvent.Failed failed ? "FAILED " + failed.reason() : answer.toString());
            }
        });
        return ended.get(10, TimeUnit.SECONDS);
    }
}
