package switchboard.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Failed;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.GenerationEvent.ToolRequested;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

class ToolLoopTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final Scene scene = new Scene();
    private final ScriptedTool find = ScriptedTool.finding();

    @BeforeEach
    void open() {
        scene.tools.add(find);
    }

    @Test
    void a_tool_answers_and_the_brain_is_asked_again() {
        scene.wants("find", "{'party': 4}").says("Eight would be fine.");
        assertThat(scene.caller("Is anything free for four tonight?")).isEqualTo("Eight would be fine.");

        ChatRequest second = scene.requests.get(1);
        assertThat(second.conversation()).hasSize(3).endsWith(
                new Message.ToolUse("use-0-0", "find", "{\"party\":4}"), new Message.ToolOutput("use-0-0", "{\"tool\": \"find\"}", "Eight is free."));
        assertThat(second.tools()).extracting(ToolDescription::name).containsExactly("find");
        assertThat(find.runs).singleElement().satisfies(call -> assertThat(call.turn()).isEqualTo(1));
    }

    @Test
    void uses_stand_together_before_their_outputs() {
        scene.brain(new ToolRequested("a", "find", "{\"party\": 1}"), new ToolRequested("b", "find", "{\"party\": 2}"), new Ended()).says("Fine.");
        scene.caller("Is anything free tonight?");

        assertThat(scene.requests.get(1).conversation().stream().skip(1).map(message -> message.getClass().getSimpleName()))
                .containsExactly("ToolUse", "ToolUse", "ToolOutput", "ToolOutput");
    }

    @Test
    void arguments_that_do_not_fit_are_given_back_to_the_brain() {
        scene.wants("find", "{'party': 'four'}").wants("find", "{'party': 4, 'company': 'other'}").wants("find", "no json").says("How many are you?");
        assertThat(scene.caller("Is anything free tonight?")).isEqualTo("How many are you?");

        assertThat(find.runs).isEmpty();
        Message told = scene.requests.get(1).conversation().get(2);
        assertThat(told.text()).startsWith("error: party must be of type integer");
        assertThat(((Message.ToolOutput) told).spoken()).isNotBlank();
    }

    @Test
    void a_brain_that_never_stops_asking_is_stopped() {
        for (int i = 0; i < 9; i++) {
            scene.wants("find", "{'party': 4}");
        }
        scene.caller("Is anything free tonight?");

        assertThat(scene.last()).isInstanceOf(Failed.class);
        assertThat(find.runs).hasSize(4);
    }

    @Test
    void what_a_tool_refuses_is_told_in_its_words() {
        find.refusal = Optional.of("We are closed on Mondays.");
        assertThat(scene.wants("find", "{'party': 4}").caller("Is anything free on Monday?")).isEqualTo("We are closed on Mondays.");
        assertThat(scene.last()).isEqualTo(new Ended());
    }

    @Test
    void a_tool_that_breaks_is_excused() {
        find.bug = Optional.of(new IllegalStateException("database gone"));
        assertThat(scene.wants("find", "{'party': 4}").caller("Is anything free tonight?")).contains("went wrong");
        assertThat(scene.last()).isEqualTo(new Ended());
    }

    @Test
    void a_tool_that_is_absent_or_not_allowed_is_excused() {
        assertThat(scene.wants("fly", "{}").caller("Can you fly tonight?")).contains("cannot do that");
        scene.company = Scene.company("acme", "book");
        assertThat(scene.wants("find", "{'party': 4}").caller("Is anything free tonight?")).contains("cannot do that");
        assertThat(find.runs).isEmpty();
        assertThat(scene.requests.get(1).tools()).isEmpty();
    }

    @Test
    void while_a_tool_is_slow_the_caller_is_asked_for_patience_once() {
        scene.threadsAreBusy = true;
        scene.wants("find", "{'party': 4}").wants("find", "{'party': 5}").says("Eight is free.");
        scene.start("Is anything free tonight?");
        scene.ring(PATIENCE);
        assertThat(scene.events).containsExactly(new Text("One moment, please. "));
        scene.work();
        scene.ring(PATIENCE);
        scene.work();

        assertThat(scene.said()).isEqualTo("One moment, please. Eight is free.");
    }

    @Test
    void a_fast_tool_is_not_commented() {
        scene.wants("find", "{'party': 4}").says("Eight is free.").caller("Is anything free tonight?");
        scene.ring(PATIENCE);
        scene.ring(ScriptedTool.TIMEOUT);
        assertThat(scene.said()).isEqualTo("Eight is free.");
    }

    @Test
    void a_tool_that_takes_too_long_is_given_up() {
        scene.threadsAreBusy = true;
        scene.wants("find", "{'party': 4}").start("Is anything free tonight?");
        scene.ring(ScriptedTool.TIMEOUT);
        assertThat(scene.said()).contains("too long");
        assertThat(scene.last()).isEqualTo(new Ended());

        scene.work();
        assertThat(find.runs).as("it was cancelled before it began").isEmpty();
        assertThat(scene.requests).hasSize(1);
    }

    @Test
    void a_cancelled_answer_says_nothing_more() {
        scene.threadsAreBusy = true;
        Generation generation = scene.wants("find", "{'party': 4}").start("Is anything free tonight?");
        generation.close();
        scene.ring(PATIENCE);
        scene.work();

        assertThat(scene.events).isEmpty();
        assertThat(find.runs).as("what runs is let finish").hasSize(1);
        assertThat(scene.requests).hasSize(1);
    }

    @Test
    void a_question_that_the_documents_answer_needs_no_tools() {
        scene.passages.add(new Passage("You can park behind the house.", "house.md", 0.7));
        scene.passages.add(new Passage("The chef is from Seville.", "house.md", 0.05));
        scene.caller("Where can I park my car?");
        scene.caller("A table for four, please.");
        scene.caller("Where can I park my car?");

        assertThat(scene.requests).extracting(request -> request.tools().size()).containsExactly(0, 1, 1);
        assertThat(scene.requests.get(0).knowledge()).extracting(Passage::text).containsExactly("You can park behind the house.");
    }
}
