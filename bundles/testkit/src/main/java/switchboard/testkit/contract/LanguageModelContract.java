package switchboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;

/** What every language model keeps. */
public abstract class LanguageModelContract extends ModelContract<LanguageModel> {

    private static final int LIMIT_SECONDS = 60;
    private static final List<Passage> KNOWN = List.of(new Passage("On Sunday we open at noon.", "hours.md", 0.9));

    @Override
    void use(LanguageModel model) {
        model.generate(request("What time do you open on Sunday?"), event -> { }).close();
    }

    @Test
    void a_question_is_answered_and_the_answer_ends_once() throws Exception {
        BlockingQueue<GenerationEvent> events = new LinkedBlockingQueue<>();
        try (Generation generation = model.generate(request("What time do you open on Sunday?"), events::add)) {
            assertThat(answer(events)).isNotBlank();
        }
        assertThat(events).as("after the end").isEmpty();
    }

    @Test
    void whatever_a_caller_says_ends() throws Exception {
        for (String said : List.of("?", "ここ", "\u0000\ud800", "word ".repeat(500))) {
            BlockingQueue<GenerationEvent> events = new LinkedBlockingQueue<>();
            try (Generation generation = model.generate(request(said), events::add)) {
                answer(events);
            }
        }
    }

    @Test
    void it_may_be_closed_at_once_and_twice() {
        Generation generation = model.generate(request("What time do you open on Sunday?"), event -> { });
        generation.close();
        generation.close();
    }

    @Test
    void callers_at_once_are_all_answered() throws Exception {
        assertThat(together(() -> {
            BlockingQueue<GenerationEvent> events = new LinkedBlockingQueue<>();
            try (Generation generation = model.generate(request("What time do you open on Sunday?"), events::add)) {
                return answer(events);
            }
        })).allSatisfy(answer -> assertThat(answer).isNotBlank());
    }

    /** The text up to the end, which it waits for; a failure is none. */
    private static String answer(BlockingQueue<GenerationEvent> events) throws InterruptedException {
        StringBuilder answer = new StringBuilder();
        GenerationEvent event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        while (event instanceof GenerationEvent.Text text) {
            assertThat(text.text()).as("a piece").isNotEmpty();
            answer.append(text.text());
            event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(event).as("after %s", answer).isInstanceOf(GenerationEvent.Ended.class);
        return answer.toString();
    }

    private static ChatRequest request(String said) {
        return new ChatRequest("You answer the phone of a restaurant, in one short sentence.", List.of(new Message.User(said)), KNOWN,
                LanguageModelSettings.EMBEDDED);
    }
}
