package switchboard.test.framework.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.assistant.Assistant;
import switchboard.api.call.Conversations;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.tts.TextToSpeech;
import switchboard.test.framework.Eventually;

/** Companies are edited as people edit, while they are being called. */
@Timeout(300)
class EditingTest {

    private static final int CALLS = 4;
    private static final String QUESTION = "How much is the parking?";

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 10_000)
    ConfigurationAdmin configurations;
    @InjectService(timeout = 60_000)
    Conversations conversations;
    @InjectService(timeout = 60_000)
    Assistant assistant;
    @InjectService(timeout = 60_000)
    TextToSpeech voice;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;

    private final ScheduledExecutorService clocks = Executors.newScheduledThreadPool(2);
    private final List<TypingCaller> callers = new ArrayList<>();
    private WatchedCompanies watched;

    @BeforeEach
    void watch() throws Exception {
        watched = new WatchedCompanies(context, configurations, companies);
    }

    @AfterEach
    void stop() throws Exception {
        callers.forEach(TypingCaller::close);
        clocks.shutdownNow();
        watched.close();
    }

    @Test
    void four_calls_talk_while_their_company_is_edited_and_none_is_cut() throws Exception {
        Path facts = Files.createDirectory(watched.folder().resolve("facts"));
        Files.writeString(facts.resolve("house.md"), "- Parking costs two euros an hour.\n");
        watched.save("edited", company("Garden", "af_heart"));
        Company before = watched.await("edited");
        Eventually.present(() -> knowledge.search(before, QUESTION, 1).stream().findFirst());
        for (int i = 0; i < CALLS; i++) {
            callers.add(new TypingCaller(conversations, "edited-" + i, before, clocks));
        }
        for (TypingCaller caller : callers) {
            caller.awaitVoice();
            assertThat(caller.ask(QUESTION)).contains("two euros");
        }

        watched.save("edited", company("Garden", "af_heart").replace("Garden\"", "Gar"));   // half of it
        Eventually.present(() -> problems("edited").stream().findFirst());
        for (TypingCaller caller : callers) {
            assertThat(caller.ask(QUESTION)).as("the last good one").contains("two euros");
        }

        watched.saveByRename("edited", company("New Garden", "bf_emma"));
        Files.writeString(facts.resolve("house.md"), "- Parking costs three euros an hour since May.\n");
        Eventually.present(() -> companies.find("edited").filter(company -> company.voice().name().equals("bf_emma")));
        Eventually.present(() -> knowledge.search(before, QUESTION, 1).stream().filter(passage -> passage.text().contains("three")).findFirst());
        for (TypingCaller caller : callers) {
            assertThat(caller.ask(QUESTION)).as("at the next turn").contains("three euros");
        }
        assertThat(problems("edited")).isEmpty();

        watched.remove("edited");
        Eventually.present(() -> companies.find("edited").isEmpty() ? Optional.of(true) : Optional.empty());
        for (TypingCaller caller : callers) {
            assertThat(caller.ask("Thank you.")).as("who talks may finish").isNotBlank();
            assertThat(caller.troubles()).isEmpty();
        }
    }

    @Test
    void two_hundred_companies_come_change_and_go_together() throws Exception {
        int others = companies.all().size();
        for (String name : List.of("One", "Two")) {
            IntStream.range(0, 200).forEach(i -> watched.save("many-" + i, "{\"name\": \"" + name + " " + i + "\"}"));
            Eventually.present(() -> IntStream.range(0, 200).allMatch(i -> isNamed("many-" + i, name + " " + i)) ? Optional.of(true) : Optional.empty());
        }
        assertThat(companies.all()).hasSize(others + 200);
        for (int i = 0; i < 200; i++) {
            watched.remove("many-" + i);
        }
        Eventually.present(() -> companies.all().size() == others ? Optional.of(true) : Optional.empty());
    }

    @Test
    void a_company_comes_again_though_the_news_of_its_first_time_are_late() throws Exception {
        try (LateNews news = new LateNews(context)) {
            watched.save("late", "{\"name\": \"First\"}");
            watched.await("late");
            watched.remove("late");
            Eventually.present(() -> companies.find("late").isEmpty() ? Optional.of(true) : Optional.empty());
            news.arrive();
            watched.save("late", "{\"name\": \"Second\"}");

            assertThat(watched.await("late").name()).isEqualTo("Second");
        }
    }

    @Test
    void two_files_with_one_id_are_told_apart() throws Exception {
        watched.save("first", "{\"name\": \"First\", \"id\": \"the-one\"}");
        watched.await("the-one");
        watched.save("second", "{\"name\": \"Second\", \"id\": \"the-one\"}");
        CompanyProblem problem = Eventually.present(() -> problems("second").stream().findFirst());

        assertThat(problem.message()).isEqualTo("'id' is 'the-one'; it must be unique in the server, and switchboard.company~first.json has it");
        assertThat(companies.find("the-one").orElseThrow().name()).isEqualTo("First");

        watched.remove("first");
        Eventually.present(() -> companies.find("the-one").filter(company -> company.name().equals("Second")));
        watched.remove("second");
        Eventually.present(() -> companies.find("the-one").isEmpty() ? Optional.of(true) : Optional.empty());
    }

    private boolean isNamed(String id, String name) {
        return companies.find(id).filter(company -> company.name().equals(name)).isPresent();
    }

    private List<CompanyProblem> problems(String id) {
        return companies.problems().stream().filter(problem -> problem.id().equals(id)).toList();
    }

    private static String company(String name, String voice) {
        return "{\"name\": \"%s\", \"knowledge\": \"facts\", \"voice.name\": \"%s\", \"tts.target\": \"(model=kokoro)\", \"llm.target\": \"(model=receptionist)\"}"
                .formatted(name, voice);
    }
}
