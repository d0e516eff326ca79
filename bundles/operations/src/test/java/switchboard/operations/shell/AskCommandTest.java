package switchboard.operations.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import switchboard.api.assistant.Assistant;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.Message;
import switchboard.operations.FakeCompanies;

class AskCommandTest {

    private final Parrot parrot = new Parrot();
    private final AskCommand command = new AskCommand(new FakeCompanies("acme", "baker"), parrot, Duration.ofSeconds(1));

    @Test
    void the_answer_and_its_time_are_printed() {
        assertThat(command.ask("--company", "acme", "Are you open?"))
                .matches("(?s)You said: Are you open\\?\\R\\(\\d+ ms to the first words, \\d+ ms in all\\)");
    }

    @Test
    void programs_get_json() {
        JsonObject answer = JsonParser.parseString(command.ask("--company", "acme", "--call", "x", "--json", "Hi")).getAsJsonObject();

        assertThat(answer.keySet()).containsExactly("company", "call", "answer", "firstMs", "totalMs");
        assertThat(answer.get("call").getAsString()).isEqualTo("ask-acme-x");
        assertThat(answer.get("answer").getAsString()).isEqualTo("You said: Hi");
    }

    @Test
    void a_conversation_goes_on_by_its_key() {
        command.ask("--company", "acme", "--call", "x", "One");
        command.ask("--company", "acme", "--call", "x", "Two");

        Assistant.Turn last = parrot.turns.get(1);
        assertThat(last.number()).isEqualTo(2);
        assertThat(last.callId()).isEqualTo(parrot.turns.get(0).callId());
        assertThat(last.conversation()).containsExactly(new Message.User("One"), new Message.Assistant("You said: One"), new Message.User("Two"));
        assertThat(parrot.forgotten).isEmpty();
    }

    @Test
    void the_same_key_of_another_company_is_another_conversation() {
        command.ask("--company", "acme", "--call", "x", "One");
        command.ask("--company", "baker", "--call", "x", "Two");

        assertThat(parrot.turns.get(1).conversation()).containsExactly(new Message.User("Two"));
    }

    @Test
    void a_question_without_a_key_is_forgotten() {
        command.ask("--company", "acme", "One");
        command.ask("--company", "acme", "Two");

        assertThat(parrot.turns.get(1).conversation()).hasSize(1);
        assertThat(parrot.forgotten).containsExactly("ask-1", "ask-2");
    }

    @Test
    void too_many_conversations_push_out_the_least_used() {
        for (int i = 0; i < 64; i++) {
            command.ask("--company", "acme", "--call", "k" + i, "Hi");
        }
        command.ask("--company", "acme", "--call", "k0", "Hi");
        command.ask("--company", "acme", "--call", "new", "Hi");

        assertThat(parrot.forgotten).containsExactly("ask-acme-k1");
    }

    @Test
    void a_long_conversation_is_remembered_in_part() {
        for (int i = 0; i < 60; i++) {
            command.ask("--company", "acme", "--call", "x", "Hi");
        }

        assertThat(parrot.turns.get(59).conversation()).hasSize(41);
    }

    @Test
    void a_failure_is_the_command_s_and_its_question_is_forgotten() {
        parrot.failure = "the brain is gone";
        assertThatIllegalStateException().isThrownBy(() -> command.ask("--company", "acme", "--call", "x", "One")).withMessage("the brain is gone");
        parrot.failure = "";
        command.ask("--company", "acme", "--call", "x", "Two");

        assertThat(parrot.turns.get(1).conversation()).containsExactly(new Message.User("Two"));
    }

    @Test
    void silence_is_cancelled() {
        parrot.silent = true;

        assertThatIllegalStateException().isThrownBy(() -> command.ask("--company", "acme", "One")).withMessage("no answer within 1000 ms");
        assertThat(parrot.cancelled).isTrue();
    }

    @Test
    void what_is_missing_is_named() {
        assertThatIllegalArgumentException().isThrownBy(() -> command.ask("--company", "acme")).withMessage("the question is missing");
        assertThatIllegalArgumentException().isThrownBy(() -> command.ask("Hi")).withMessage("--company is missing");
        assertThatIllegalArgumentException().isThrownBy(() -> command.ask("--company", "chef", "Hi")).withMessage("no company 'chef'; there are: acme, baker");
    }

    /** Says what it was told. */
    private static final class Parrot implements Assistant {

        private final List<Turn> turns = new ArrayList<>();
        private final List<String> forgotten = new ArrayList<>();
        private String failure = "";
        private boolean silent;
        private boolean cancelled;

        @Override
        public Reply reply(Turn turn, Consumer<GenerationEvent> listener) {
            turns.add(turn);
            if (!failure.isEmpty()) {
                listener.accept(new GenerationEvent.Failed(failure));
            } else if (!silent) {
                listener.accept(new GenerationEvent.Text("You said: "));
                listener.accept(new GenerationEvent.Text(turn.conversation().get(turn.conversation().size() - 1).text()));
                listener.accept(new GenerationEvent.Ended());
            }
            return () -> cancelled = true;
        }

        @Override
        public void forget(String callId) {
            forgotten.add(callId);
        }
    }
}
