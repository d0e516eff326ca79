package switchboard.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import switchboard.api.assistant.Assistant;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Failed;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.GenerationEvent.ToolRequested;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolCall;

/** Nothing with a side effect is done without a yes in the turn directly after it was read back. */
class ConfirmationTest {

    private static final String FOUR = "A table, 4 people. Is that right?";

    private final Scene scene = new Scene();
    private final ScriptedTool book = ScriptedTool.booking();

    @BeforeEach
    void open() {
        scene.tools.add(book);
        scene.tools.add(ScriptedTool.finding());
    }

    @Test
    void what_changes_something_is_read_back_and_not_done() {
        assertThat(proposeFour()).isEqualTo(FOUR);
        assertThat(scene.last()).isEqualTo(new Ended());
        assertThat(book.runs).isEmpty();
    }

    @Test
    void a_yes_does_it_once_without_asking_the_brain() {
        proposeFour();
        assertThat(scene.caller("Yes, please.")).isEqualTo("Your table is booked.");
        assertThat(scene.requests).hasSize(1);
        assertThat(scene.caller("Yes.")).isEqualTo("Well.");

        assertThat(book.runs).hasSize(1);
        ToolCall run = book.runs.get(0);
        assertThat(run.company().id()).isEqualTo("acme");
        assertThat(run.callId()).isEqualTo(Scene.CALL);
        assertThat(run.turn()).isEqualTo(1);
        assertThat(run.arguments()).isEqualTo("{\"party\":4}");
        assertThat(run.now()).hasToString("2026-12-01T10:15+01:00[Europe/Madrid]");
    }

    @Test
    void a_reply_tells_which_model_gives_it_and_none_where_the_brain_is_not_asked() {
        scene.wants("book", "{'party': 4}");
        assertThat(scene.start("A table for four.").owner()).contains("model@1");
        scene.heard();
        assertThat(scene.start("Yes, please.").owner()).isEmpty();
        assertThat(scene.said()).isEqualTo("Your table is booked.");
    }

    @Test
    void a_no_drops_it() {
        proposeFour();
        assertThat(scene.caller("No.")).contains("change");
        scene.caller("Yes.");
        assertThat(book.runs).isEmpty();
    }

    @Test
    void a_correction_reaches_the_brain_and_is_read_back_anew() {
        proposeFour();
        scene.wants("book", "{'party': 5}");
        assertThat(scene.caller("Yes, but make it five.")).isEqualTo("A table, 5 people. Is that right?");
        scene.caller("Yes.");
        assertThat(book.runs).extracting(ToolCall::arguments).containsExactly("{\"party\":5}");
    }

    @Test
    void a_correction_that_the_brain_does_not_understand_leaves_nothing_to_agree_to() {
        proposeFour();
        scene.says("How many?").caller("No, make that five.");
        scene.caller("Yes.");
        assertThat(book.runs).isEmpty();
    }

    @Test
    void a_digression_is_answered_and_the_proposal_repeated() {
        proposeFour();
        scene.says("Yes, behind the house.");
        assertThat(scene.caller("Do you have parking?")).isEqualTo("Yes, behind the house. Now back to your request. " + FOUR);
        assertThat(scene.caller("Yes.")).isEqualTo("Your table is booked.");
        assertThat(book.runs).hasSize(1);
    }

    @Test
    void a_question_behind_a_clear_yes_is_answered_when_it_is_done() {
        proposeFour();
        scene.says("Behind the house.");
        assertThat(scene.caller("Yes, please. Oh, and do you have parking?")).isEqualTo("Your table is booked. Behind the house.");
        assertThat(book.runs).hasSize(1);
        scene.says("You are welcome.");
        scene.caller("Thank you.");
        assertThat(scene.requests.get(scene.requests.size() - 1).conversation()).extracting(Message::text)
                .containsSubsequence("Yes, please. Oh,", "Your table is booked.", "and do you have parking?", "Behind the house.", "Thank you.");
    }

    @Test
    void a_question_that_may_change_what_was_proposed_is_no_yes() {
        proposeFour();
        scene.says("Eight is free.");
        scene.caller("Yes. Could we come an hour later?");
        assertThat(book.runs).isEmpty();
        proposeFour();
        scene.says("On River Street.");
        scene.caller("Yes, you're on Market Street, right?");
        assertThat(book.runs).isEmpty();
    }

    @Test
    void a_digression_whose_answer_failed_leaves_nothing_to_agree_to() {
        proposeFour();
        scene.brain(new Failed("down")).brain(new Failed("down")).caller("Do you have parking?");
        scene.caller("Yes.");
        assertThat(book.runs).isEmpty();
    }

    @Test
    void an_unclear_answer_is_asked_for_again() {
        proposeFour();
        assertThat(scene.caller("Okay.")).isEqualTo("Sorry, was that a yes? " + FOUR);
        assertThat(scene.caller("Pardon?")).isEqualTo(FOUR);
        assertThat(book.runs).isEmpty();
        scene.caller("Yes.");
        assertThat(book.runs).hasSize(1);
    }

    @Test
    void a_yes_to_what_was_not_heard_is_none() {
        scene.wants("book", "{'party': 4}").start("A table for four.");
        scene.conversation.add(new Message.Assistant("A table,"));
        assertThat(scene.caller("Yes.")).isEqualTo(FOUR);
        assertThat(book.runs).isEmpty();
        assertThat(scene.caller("Yes.")).isEqualTo("Your table is booked.");
    }

    @Test
    void a_yes_in_the_middle_of_the_closing_question_counts() {
        scene.wants("book", "{'party': 4}").start("A table for four.");
        scene.conversation.add(new Message.Assistant("A table, 4 people."));
        assertThat(scene.caller("Yes.")).isEqualTo("Your table is booked.");
    }

    @Test
    void a_yes_to_something_said_since_is_none() {
        proposeFour();
        scene.conversation.add(new Message.Assistant("Are you still there?"));
        assertThat(scene.caller("Yes.")).isEqualTo(FOUR);
        assertThat(book.runs).isEmpty();
    }

    @Test
    void a_yes_that_goes_on_is_the_same_yes() {
        proposeFour();
        scene.start("Yes.").close();
        scene.turn--;
        scene.conversation.remove(scene.conversation.size() - 1);
        assertThat(scene.caller("Yes, please.")).isEqualTo("Your table is booked.");
        assertThat(book.runs).hasSize(1);
    }

    @Test
    void a_request_that_goes_on_takes_its_proposal_back() {
        proposeFour();
        scene.turn--;
        scene.caller("Yes.");
        assertThat(book.runs).isEmpty();
    }

    @Test
    void what_was_done_is_told_even_if_the_caller_interrupted() {
        proposeFour();
        scene.threadsAreBusy = true;
        Generation running = scene.start("Yes.");
        running.close();
        scene.work();
        scene.threadsAreBusy = false;

        assertThat(scene.says("We are in Main Street.").caller("And where are you?")).isEqualTo("Your table is booked. We are in Main Street.");
        assertThat(scene.caller("Thank you.")).isEqualTo("Well.");
        assertThat(book.runs).hasSize(1);
    }

    @Test
    void a_speculative_turn_proposes_and_does_nothing() {
        scene.wants("book", "{'party': 4}");
        assertThat(scene.speculate("A table for four.")).singleElement().isInstanceOf(Failed.class);
        assertThat(book.readBacks).isEmpty();

        proposeFour();
        assertThat(scene.speculate("Yes.")).singleElement().isInstanceOf(Failed.class);
        assertThat(book.runs).isEmpty();
        scene.caller("Yes.");
        assertThat(book.runs).hasSize(1);
    }

    @Test
    void a_speculative_turn_that_is_confirmed_while_it_is_answered_reads_back_what_it_proposes() {
        scene.wants("find", "{'party': 4}").wants("book", "{'party': 4}");
        scene.threadsAreBusy = true;
        Assistant.Reply reply = scene.startOnSpeculation("A table for four.");
        reply.confirm();
        scene.threadsAreBusy = false;
        scene.work();

        assertThat(scene.heard()).isEqualTo(FOUR);
        assertThat(scene.caller("Yes.")).isEqualTo("Your table is booked.");
        assertThat(book.runs).hasSize(1);
    }

    @Test
    void a_tool_that_is_gone_or_no_longer_allowed_is_not_run() {
        proposeFour();
        scene.company = Scene.company("acme", "find");
        assertThat(scene.caller("Yes.")).contains("cannot do that");

        scene.company = Scene.company("acme", "book");
        proposeFour();
        scene.tools.remove(book);
        assertThat(scene.caller("Yes.")).contains("cannot do that");
        assertThat(book.runs).isEmpty();
    }

    @Test
    void a_proposal_of_one_company_is_never_run_for_another() {
        proposeFour();
        scene.company = Scene.company("other", "book");
        scene.caller("Yes.");
        assertThat(book.runs).isEmpty();
    }

    @Test
    void a_call_that_is_over_is_forgotten() {
        proposeFour();
        scene.hangUp();
        scene.caller("Yes.");
        assertThat(book.runs).isEmpty();
        assertThat(scene.notes.size()).isZero();
    }

    @Test
    void two_things_wanted_at_once_are_read_back_one_after_the_other() {
        scene.brain(new ToolRequested("1", "book", "{\"party\": 4}"), new ToolRequested("2", "book", "{\"party\": 9}"),
                new ToolRequested("3", "book", "{\"party\": 4}"), new Ended());
        assertThat(scene.caller("Two tables.")).isEqualTo(FOUR);
        assertThat(scene.caller("Yes.")).isEqualTo("Your table is booked. A table, 9 people. Is that right?");
        assertThat(book.runs).extracting(ToolCall::arguments).containsExactly("{\"party\":4}");
        assertThat(scene.caller("Yes.")).isEqualTo("Your table is booked.");
        assertThat(book.runs).extracting(ToolCall::arguments).containsExactly("{\"party\":4}", "{\"party\":9}");
    }

    @Test
    void the_brain_is_told_later_what_was_done() {
        proposeFour();
        scene.caller("Yes.");
        scene.caller("Thank you.");
        scene.caller("When was that?");

        assertThat(scene.requests.get(2).conversation()).extracting(message -> message.getClass().getSimpleName())
                .containsExactly("User", "Assistant", "User", "ToolUse", "ToolOutput", "Assistant", "User", "Assistant", "User");
    }

    @Test
    void many_who_say_yes_at_the_same_time_are_heard_once() throws Exception {
        proposeFour();
        scene.turn++;
        scene.conversation.add(new Message.User("Yes."));
        List<Thread> callers = Stream.generate(() -> new Thread(() -> scene.ask(event -> {}))).limit(32).toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(book.runs).hasSize(1);
    }

    @Test
    void only_a_thousand_calls_are_remembered() {
        proposeFour();
        Proposal proposal = scene.notes.proposal(Scene.CALL).orElseThrow();
        for (int i = 0; i < 1_000; i++) {
            scene.notes.propose("other-" + i, proposal);
        }
        assertThat(scene.notes.size()).isEqualTo(1_000);
        scene.caller("Yes.");
        assertThat(book.runs).isEmpty();
    }

    @Test
    void what_cannot_be_done_is_told_and_not_proposed() {
        book.refusal = Optional.of("Half past seven is taken; eight is free.");
        assertThat(proposeFour()).isEqualTo("Half past seven is taken; eight is free.");
        book.refusal = Optional.empty();
        scene.caller("Yes.");
        assertThat(book.runs).isEmpty();
    }

    @Test
    void what_the_brain_said_before_stays_apart_from_the_read_back() {
        scene.brain(new Text("Let me see."), new ToolRequested("1", "book", "{\"party\": 4}"), new Ended());
        assertThat(scene.caller("A table for four.")).isEqualTo("Let me see. " + FOUR);
    }

    private String proposeFour() {
        return scene.wants("book", "{'party': 4}").caller("A table for four.");
    }
}
