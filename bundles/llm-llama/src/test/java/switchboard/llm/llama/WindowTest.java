package switchboard.llm.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static switchboard.llm.llama.Requests.times;
import static switchboard.llm.llama.Requests.user;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;

class WindowTest {

    private final ScriptedEngine engine = new ScriptedEngine(10_000);

    @Test
    void a_prompt_that_fits_is_whole() {
        assertThat(tokens(conversation(3), 5000)).contains("turn 0,", "turn 2,", "Any news?");
    }

    @Test
    void old_turns_go_first_and_the_core_and_the_last_words_stay() {
        String cut = tokens(conversation(40), 1500);
        assertThat(cut).startsWith(ChatMl.beginning(Requests.CORE)).contains("turn 39,", "A fact.", "Any news?").doesNotContain("turn 0,");
        assertThat(cut.length()).isLessThanOrEqualTo(1500 * 3 / 4);
    }

    @Test
    void facts_go_when_there_are_no_old_turns_left() {
        ChatRequest request = Requests.of(List.of(user("Any news?")),
                List.of(Requests.passage("The best."), Requests.passage(times(300, "long"))), List.of(), 40);
        assertThat(tokens(request, 600)).contains("The best.", "Any news?").doesNotContain("long");
    }

    @Test
    void a_caller_who_speaks_without_end_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> tokens(Requests.of(user(times(500, "and so on"))), 600))
                .withMessageContaining("600 fit");
    }

    private String tokens(ChatRequest request, int budget) {
        int[] tokens = Window.tokens(engine, request, budget);
        return new String(tokens, 0, tokens.length);
    }

    private static ChatRequest conversation(int turns) {
        List<Message> all = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            all.add(user("This is turn " + i + ", I think."));
            all.add(new Message.Assistant("So it is."));
        }
        all.add(user("Any news?"));
        return Requests.of(all, List.of(Requests.passage("A fact.")), List.of(), 40);
    }
}
