package switchboard.llm.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static switchboard.llm.llama.Requests.user;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Failed;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.GenerationEvent.ToolRequested;
import switchboard.llama.Llama;

class LlamaChatTest {

    private static final String ADA = Requests.times(100, "Ada");
    private static final String BO = Requests.times(100, "Bo");

    private final Heard heard = new Heard();

    @Test
    void words_are_passed_on_as_they_come() throws Exception {
        try (LlamaChat chat = chat(new ScriptedEngine(4000, " ", "We are", " open."))) {
            chat.generate(Requests.of(user("Are you open?")), heard);
            assertThat(heard.all()).containsExactly(new Text("We are"), new Text(" open."), new Ended());
        }
    }

    @Test
    void a_call_of_a_tool_is_asked_for_and_nothing_of_it_is_spoken() throws Exception {
        try (LlamaChat chat = chat(new ScriptedEngine(4000, "{\"na", "me\": \"book_table\", \"arguments\": {\"party\": 4}}"))) {
            chat.generate(booking(), heard);
            ToolRequested tool = (ToolRequested) heard.next();
            assertThat(tool.name()).isEqualTo("book_table");
            assertThat(tool.arguments()).isEqualTo("{\"party\":4}");
            assertThat(heard.next()).isEqualTo(new Ended());
        }
    }

    @Test
    void a_call_that_breaks_off_is_a_failure() throws Exception {
        try (LlamaChat chat = chat(new ScriptedEngine(4000, "{\"name\": \"book_ta"))) {
            chat.generate(booking(), heard);
            assertThat(heard.all()).containsExactly(new Failed("the embedded model broke off while it asked for a tool"));
        }
    }

    @Test
    void an_answer_without_words_is_a_failure() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(4000, "Hello");
        try (LlamaChat chat = chat(engine)) {
            engine.pieces = new String[] {" ", " "};
            chat.generate(Requests.of(user("Are you open?")), heard);
            assertThat(heard.all()).containsExactly(new Failed("the embedded model said nothing"));
        }
    }

    @Test
    void words_end_where_the_company_wants_it() throws Exception {
        String[] endless = "a b c d e f g h i j".split("(?= )");
        try (LlamaChat chat = chat(new ScriptedEngine(4000, endless))) {
            chat.generate(Requests.of(List.of(user("Go on.")), List.of(), List.of(), 4), heard);
            assertThat(Heard.text(heard.all())).isEqualTo("a b c d");
        }
    }

    @Test
    void a_cancelled_answer_stops_working_and_says_nothing_more() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(4000, "one", " two", " three");
        CountDownLatch cancelled = new CountDownLatch(1);
        Generation[] running = new Generation[1];
        LlamaChat chat = chat(engine);
        engine.delivered.clear();
        running[0] = chat.generate(Requests.of(user("Count.")), event -> {
            heard.accept(event);
            await(cancelled);
        });
        heard.next();
        running[0].close();
        cancelled.countDown();
        chat.close();
        assertThat(heard.isSilent()).isTrue();
        assertThat(engine.delivered).containsExactly("one");
    }

    @Test
    void a_long_prompt_is_read_in_steps_so_that_it_can_be_cancelled() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(4000, "Yes.");
        LlamaChat chat = chat(engine);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        engine.asked.clear();
        engine.beforeEach = () -> {
            reading.countDown();
            await(cancelled);
        };
        Generation running = chat.generate(Requests.of(user(Requests.times(100, "so"))), heard);
        reading.await();
        running.close();
        cancelled.countDown();
        chat.close();
        assertThat(engine.asked).hasSize(1);
        assertThat(heard.isSilent()).isTrue();
    }

    @Test
    void a_model_that_is_too_slow_fails_before_its_first_word() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(4000, "Late.");
        try (LlamaChat chat = LlamaChat.open(engine, new Deadlines(Duration.ZERO, Duration.ofMinutes(1)))) {
            chat.generate(Requests.of(user("Quick!")), heard);
            assertThat(heard.all()).containsExactly(new Failed("the embedded model did not begin to answer within 0 s"));
        }
    }

    @Test
    void a_prepared_core_is_read_once_on_every_slot() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(4000, "Yes.");
        LlamaChat chat = chat(engine);
        engine.asked.clear();
        String core = Requests.times(20, Requests.CORE);
        int length = ChatMl.beginning(core).length();
        CountDownLatch steps = new CountDownLatch(2 * (length / 50 + 1));
        engine.beforeEach = steps::countDown;
        chat.prepare(core);
        steps.await();
        chat.prepare(core);
        chat.generate(Requests.of(user("Hello.")), heard);
        heard.all();
        chat.close();
        List<Llama.Completion> read = engine.asked.stream().filter(completion -> completion.grammar().isEmpty()).toList();
        assertThat(read.stream().filter(completion -> completion.prompt().length == length)).extracting(Llama.Completion::slot)
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void the_next_turn_of_a_call_goes_to_the_slot_that_remembers_it() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(4000, "Yes.");
        try (LlamaChat chat = chat(engine)) {
            for (String words : List.of(ADA, BO, ADA + " And", BO + " And")) {
                Heard one = new Heard();
                chat.generate(Requests.of(user(words)), one);
                one.all();
            }
            List<Integer> slots = engine.answers().stream().skip(2).map(completion -> completion.slot()).toList();
            assertThat(slots.get(2)).isEqualTo(slots.get(0));
            assertThat(slots.get(3)).isEqualTo(slots.get(1)).isNotEqualTo(slots.get(0));
        }
    }

    @Test
    void a_closed_model_ends_what_runs_and_takes_nothing_more() throws Exception {
        ScriptedEngine engine = new ScriptedEngine(4000, "one", " two");
        LlamaChat chat = chat(engine);
        chat.close();
        assertThatIllegalStateException().isThrownBy(() -> chat.generate(Requests.of(user("Hello?")), heard));
    }

    @Test
    void a_model_whose_slot_is_silent_is_not_opened() {
        assertThatIllegalStateException().isThrownBy(() -> chat(new ScriptedEngine(4000, " "))).withMessageContaining("slot 0");
    }

    private static LlamaChat chat(ScriptedEngine engine) throws Exception {
        return LlamaChat.open(engine, new Deadlines(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    private static ChatRequest booking() {
        return Requests.of(List.of(user("A table for four.")), List.of(), List.of(Requests.BOOK), 40);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
