package switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.assistant.Assistant;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversation;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.stt.SpeechToText;
import switchboard.conversation.recognition.Patience;
import switchboard.conversation.speech.Greetings;
import switchboard.conversation.speech.Synthesis;

/** The parts together, in real time, on models that are quick and simple. */
@Timeout(30)
class LiveConversationTest {

    private static final Company ACME = company("Hello.", 1);

    private final FakeModels models = new FakeModels();
    private volatile Company configured = ACME;
    private final List<List<Message>> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger confirmed = new AtomicInteger();
    private volatile boolean takesGuesses;
    private final Synthesis synthesis = new Synthesis(models);
    private final Companies companies = new Companies() {
        @Override
        public Optional<Company> find(String id) {
            return Optional.of(configured);
        }

        @Override
        public List<Company> all() {
            return List.of(configured);
        }
    };
    private final Assistant assistant = new Assistant() {
        @Override
        public Reply reply(Turn turn, Consumer<GenerationEvent> listener) {
            asked.add(turn.conversation());
            listener.accept(new GenerationEvent.Text("We open at five, and then we stay open until one o'clock at night. Anything else?"));
            listener.accept(new GenerationEvent.Ended());
            return new Reply() {
                @Override
                public Optional<String> owner() {
                    return Optional.of("writer@1");
                }

                @Override
                public void confirm() {
                    confirmed.incrementAndGet();
                }

                @Override
                public void close() { }
            };
        }

        @Override
        public boolean takesGuesses(Company company) {
            return takesGuesses;
        }

        @Override
        public void forget(String callId) { }
    };
    private final LiveConversations conversations =
            new LiveConversations(models, companies, assistant, synthesis, new Greetings(companies, synthesis), new Patience(Duration.ofMillis(2_500)));
    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private final Conversation call = conversations.open("1", ACME, events::add);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile float level;
    private volatile float loudest;

    LiveConversationTest() {
        clock.scheduleAtFixedRate(this::tenMilliseconds, 0, 10, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void hangUp() {
        call.close();
        clock.shutdownNow();
        conversations.stop();
    }

    @Test
    void a_caller_is_greeted_heard_and_answered() throws InterruptedException {
        call.begin();
        await(event -> event instanceof CallEvent.BotSegment segment && segment.completed() && segment.text().equals("Hello."));
        say(Duration.ofSeconds(1));
        await(event -> event.equals(new CallEvent.UserTranscript(FakeModels.QUESTION, true, false)));
        CallEvent.TurnMeasured measured = (CallEvent.TurnMeasured) await(CallEvent.TurnMeasured.class::isInstance);
        await(event -> event instanceof CallEvent.BotSegment segment && segment.completed());
        await(event -> {
            assertThat(event).as("a turn is measured once").isNotInstanceOf(CallEvent.TurnMeasured.class);
            return event instanceof CallEvent.BotStoppedSpeaking;
        });

        assertThat(asked).containsExactly(List.of(new Message.Assistant("Hello."), new Message.User(FakeModels.QUESTION)));
        assertThat(measured.ledger().total()).isGreaterThan(Duration.ofMillis(150));
        assertThat(measured.ledger().parts()).extracting(part -> part.name())
                .contains("endpointing", "stt", "llm", "clause", "tts", "playout");
        assertThat(measured.ledger().parts()).filteredOn(part -> part.name().equals("llm")).extracting(part -> part.owner()).containsExactly("writer@1");
        assertThat(loudest).isGreaterThan(0.4f);
    }

    @Test
    void an_answer_to_a_guess_that_came_true_is_the_answer() throws InterruptedException {
        takesGuesses = true;
        call.begin();
        await(CallEvent.BotStoppedSpeaking.class::isInstance);
        level = 0.9f;
        pass(1_000);
        level = 0.3f; // softer, as at the end of a sentence
        pass(1_000);
        assertThat(asked).as("while the caller still speaks").hasSize(1);
        level = 0;
        await(event -> event instanceof CallEvent.BotSegment segment && segment.completed() && segment.text().startsWith("We open"));

        assertThat(asked).containsExactly(List.of(new Message.Assistant("Hello."), new Message.User(FakeModels.QUESTION)));
        assertThat(confirmed).hasValue(1);
    }

    @Test
    void who_called_before_an_edit_is_greeted_as_before_and_answered_as_after() throws InterruptedException {
        configured = company("Good day.", 1.5);
        call.begin();
        await(event -> event instanceof CallEvent.BotSegment segment && segment.completed() && segment.text().equals("Hello."));
        call.type("Hello?", true);
        await(event -> event instanceof CallEvent.BotSegment segment && segment.text().startsWith("We open"));

        assertThat(models.spoken).filteredOn(request -> request.text().equals("Hello.")).isNotEmpty().allMatch(request -> request.speed() == 1);
        assertThat(models.spoken).filteredOn(request -> request.text().startsWith("We open")).isNotEmpty().allMatch(request -> request.speed() == 1.5);
    }

    @Test
    void a_caller_who_interrupts_hears_nothing_more() throws InterruptedException {
        call.begin();
        call.type("Hello?", true);
        await(event -> event instanceof CallEvent.BotSegment segment && segment.text().startsWith("We open"));
        level = 0.9f;
        await(CallEvent.Interrupted.class::isInstance);
        await(CallEvent.BotStoppedSpeaking.class::isInstance);
        pass(60); // some frames for the fade
        loudest = 0;
        pass(200);

        assertThat(loudest).isZero();
    }

    @Test
    void a_muted_caller_is_not_heard() throws InterruptedException {
        call.begin();
        await(CallEvent.BotStoppedSpeaking.class::isInstance);
        call.mute(true);
        say(Duration.ofMillis(500));
        call.mute(false);
        say(Duration.ofMillis(500));
        await(CallEvent.BotStartedSpeaking.class::isInstance);

        assertThat(asked).hasSize(1);
    }

    @Test
    void without_a_recogniser_the_call_goes_on_and_says_why() throws InterruptedException {
        models.remove(SpeechToText.class);
        call.begin();
        await(CallEvent.BotStoppedSpeaking.class::isInstance);
        say(Duration.ofMillis(500));

        assertThat(await(CallEvent.Failure.class::isInstance)).asString().contains("SpeechToText");
        call.type("Hello?", true);
        await(CallEvent.BotStartedSpeaking.class::isInstance);
    }

    private static Company company(String greeting, double speed) {
        return new Company("acme", "Acme", "en", greeting, "", "", new Voice("loud", speed), ModelChoice.ANY, LanguageModelSettings.EMBEDDED,
                Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);
    }

    private void tenMilliseconds() {
        float[] heard = new float[160];
        for (int i = 0; i < heard.length; i++) {
            heard[i] = i % 2 == 0 ? level : -level; // unlike the bot's voice, which would be an echo
        }
        call.hear(new AudioClip(16_000, heard));
        float[] played = new float[240];
        call.play(played);
        for (float sample : played) {
            loudest = Math.max(loudest, sample);
        }
    }

    private void say(Duration time) throws InterruptedException {
        level = 0.9f;
        pass(time.toMillis());
        level = 0;
    }

    /** The caller and the pacer live in real time. */
    private static void pass(long ms) throws InterruptedException {
        new CountDownLatch(1).await(ms, TimeUnit.MILLISECONDS);
    }

    private CallEvent await(Predicate<CallEvent> wanted) throws InterruptedException {
        for (CallEvent event = next(); ; event = next()) {
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    private CallEvent next() throws InterruptedException {
        CallEvent event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).as("an event within ten seconds").isNotNull();
        return event;
    }
}
