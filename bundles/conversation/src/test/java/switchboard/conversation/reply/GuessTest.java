package switchboard.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.assistant.Assistant;
import switchboard.api.llm.GenerationEvent;

class GuessTest {

    private static final GenerationEvent FIRST = new GenerationEvent.Text("We open ");
    private static final GenerationEvent SECOND = new GenerationEvent.Text("at five.");

    private final Guess guess = new Guess();
    private final List<GenerationEvent> heard = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private final Assistant.Reply running = new Assistant.Reply() {
        @Override
        public void confirm() {
            told.add("confirmed");
        }

        @Override
        public void close() {
            told.add("closed");
        }
    };

    @Test
    void who_follows_hears_what_was_said_before_and_what_comes() {
        guess.accept(FIRST);

        assertThat(guess.follow(heard::add)).isTrue();
        guess.accept(SECOND);
        assertThat(heard).containsExactly(FIRST, SECOND);
    }

    @Test
    void an_answer_that_has_failed_is_of_no_use() {
        guess.accept(FIRST);
        guess.accept(new GenerationEvent.Failed("needs a turn that is over"));

        assertThat(guess.follow(heard::add)).isFalse();
        assertThat(heard).isEmpty();
    }

    @Test
    void what_is_confirmed_or_closed_before_it_has_started_is_so_as_soon_as_it_has() {
        guess.confirm();
        guess.close();
        assertThat(told).isEmpty();
        guess.started(running);

        assertThat(told).containsExactly("confirmed", "closed");
    }

    @Test
    void what_runs_is_confirmed_and_closed_at_once() {
        guess.started(running);
        guess.confirm();
        assertThat(told).containsExactly("confirmed");
        guess.close();
        assertThat(told).containsExactly("confirmed", "closed");
    }
}
