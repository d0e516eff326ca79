package switchboard.test.framework.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversations;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.model.ModelLoader;
import switchboard.api.tts.SpeechRequest;
import switchboard.test.framework.Eventually;

/** Each group of keys is changed in a file during a call, and is in force at the call's next turn. */
@Timeout(300)
class LiveChangesTest {

    private static final String CHOICE = "'" + ScriptedModels.CHOICE + "'";

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 10_000)
    ConfigurationAdmin configurations;
    @InjectService(timeout = 60_000)
    Conversations conversations;
    @InjectService(timeout = 10_000)
    ModelLoader loader;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private ScriptedModels models;
    private WatchedCompanies watched;
    private int saved;

    @BeforeEach
    void watch() throws Exception {
        models = new ScriptedModels(context, loader);
        watched = new WatchedCompanies(context, configurations, companies);
    }

    @AfterEach
    void stop() throws Exception {
        clock.shutdownNow();
        watched.close();
        models.close();
    }

    @Test
    void persona() throws Exception {
        Company rosa = save("'persona': 'You are Rosa.'");
        try (TypingCaller caller = new TypingCaller(conversations, "persona", rosa, clock)) {
            assertThat(caller.ask("Who are you?")).contains("Rosa");
            save("'persona': 'You are Emil.'");

            assertThat(caller.ask("Who are you?")).contains("Emil").doesNotContain("Rosa");
        }
    }

    @Test
    void knowledge() throws Exception {
        Files.writeString(Files.createDirectory(watched.folder().resolve("old")).resolve("house.md"), "- Parking costs two euros.\n");
        Files.writeString(Files.createDirectory(watched.folder().resolve("new")).resolve("house.md"), "- Parking costs three euros.\n");
        Company two = save("'knowledge': 'old', 'llm.target': '(model=receptionist)'");
        awaitFact(two, "two euros");
        try (TypingCaller caller = new TypingCaller(conversations, "knowledge", two, clock)) {
            assertThat(caller.ask("How much is the parking?")).contains("two euros");
            awaitFact(save("'knowledge': 'new', 'llm.target': '(model=receptionist)'"), "three euros");

            assertThat(caller.ask("How much is the parking?")).contains("three euros").doesNotContain("two euros");
        }
    }

    @Test
    void voice_and_pace() throws Exception {
        Company alto = save("'voice.name': 'alto'");
        try (TypingCaller caller = new TypingCaller(conversations, "voice", alto, clock)) {
            caller.askAndListen("Who are you?");
            save("'voice.name': 'bass', 'voice.speed': 1.5");
            caller.askAndListen("Who are you?");

            List<SpeechRequest> answers = models.spoken.stream().filter(request -> request.text().startsWith("You told me")).toList();
            assertThat(answers).hasSize(2);
            assertThat(answers).extracting(SpeechRequest::voice).containsExactly("alto", "bass");
            assertThat(answers).extracting(SpeechRequest::speed).containsExactly(1.0, 1.5);
        }
    }

    @Test
    void how_long_a_turn_may_pause() throws Exception {
        Company quick = save("'vad.stop.ms': 100");
        try (TypingCaller caller = new TypingCaller(conversations, "endpointing", quick, clock)) {
            caller.ask("Hello?");
            caller.await(0, CallEvent.TurnMeasured.class);
            assertThat(silenceAfterWords(caller)).as("what the ledger calls it").isPositive();
            save("'vad.stop.ms': 2000");

            assertThat(silenceAfterWords(caller)).isGreaterThan(Duration.ofMillis(1_900));
        }
    }

    @Test
    void what_is_an_interruption() throws Exception {
        Company touchy = save("'interrupt.min.ms': 100");
        try (TypingCaller caller = new TypingCaller(conversations, "interruption", touchy, clock)) {
            caller.askAndListen("Who are you?");
            int before = caller.events();
            caller.makeNoise(Duration.ofMillis(600));
            caller.await(before, CallEvent.Interrupted.class);

            save("'interrupt.min.ms': 5000");
            caller.askAndListen("Who are you?");
            int speaking = caller.events();
            caller.makeNoise(Duration.ofMillis(600));
            caller.await(speaking, CallEvent.BotStoppedSpeaking.class);
            assertThat(caller.since(speaking)).noneMatch(CallEvent.Interrupted.class::isInstance);
        }
    }

    @Test
    void the_greeting_that_is_spoken_is_never_the_old_one_in_the_new_voice() throws Exception {
        Company before = save("'voice.name': 'alto', 'greeting': 'Hello one.'");
        for (int i = 0; i < 10; i++) {
            String voice = i % 2 == 0 ? "bass" : "alto";
            Company after = save("'voice.name': '%s', 'greeting': 'Hello %s.'".formatted(voice, voice + i));
            Eventually.present(() -> models.spoken.stream().filter(request -> request.text().equals(after.greeting())).findFirst()); // before anybody calls
            for (Company called : List.of(before, after)) { // the one that was called when the file was being saved, and the next
                try (TypingCaller caller = new TypingCaller(conversations, "greeting-" + i, called, clock)) {
                    CallEvent.BotSegment first = caller.await(0, CallEvent.BotSegment.class);
                    assertThat(first.text()).isEqualTo(called.greeting());
                }
            }
            before = after;
        }
        for (SpeechRequest greeting : models.spoken) {
            assertThat(greeting.text()).as("%s", greeting).satisfiesAnyOf(
                    text -> assertThat(text).isEqualTo("Hello one."), text -> assertThat(text).contains(greeting.voice()));
        }
    }

    /** From the last sound to the decision that the turn is over. */
    private static Duration silenceAfterWords(TypingCaller caller) throws InterruptedException {
        int before = caller.events();
        caller.makeNoise(Duration.ofMillis(800));
        CallEvent.TurnMeasured turn = caller.await(before, CallEvent.TurnMeasured.class);
        return turn.ledger().parts().stream().filter(part -> part.name().equals("endpointing")).findFirst().orElseThrow().duration();
    }

    /** Saves the file, with single quotation marks for double ones, and waits until it is in force. */
    private Company save(String keys) throws InterruptedException {
        Map<String, String> values = new TreeMap<>(Map.of("'vad.target'", CHOICE, "'turn.target'", CHOICE, "'stt.target'", CHOICE, "'tts.target'", CHOICE,
                "'llm.target'", CHOICE, "'voice.name'", "'alto'", "'name'", "'Garden'", "'greeting'", "'Hello.'", "'opening.hours'", "'version " + ++saved + "'"));
        for (String pair : keys.split(", (?=')")) {
            values.put(pair.substring(0, pair.indexOf(": ")), pair.substring(pair.indexOf(": ") + 2));
        }
        String json = values.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).collect(Collectors.joining(", ", "{", "}"));
        watched.save("garden", json.replace('\'', '"'));
        String version = "version " + saved;
        return Eventually.present(() -> companies.find("garden").filter(company -> company.openingHours().equals(version)));
    }

    private void awaitFact(Company company, String fact) throws InterruptedException {
        Eventually.present(() -> knowledge.search(company, fact, 1).stream().filter(passage -> passage.text().contains(fact)).findFirst());
    }
}
