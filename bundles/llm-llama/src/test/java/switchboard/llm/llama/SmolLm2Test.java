package switchboard.llm.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.llm.llama.Requests.user;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.ToolRequested;
import switchboard.llama.Llama;
import switchboard.testkit.TestModels;

/** The whole way with the smallest model: what it says is worth nothing, that it says it is the point. */
@Tag("models")
class SmolLm2Test {

    private static Engine engine;
    private static LlamaChat chat;
    private final Heard heard = new Heard();

    @BeforeAll
    static void open() throws Exception {
        engine = Engine.of(Llama.open(TestModels.path("smollm2-135m", "SmolLM2-135M-Instruct.Q4_1.gguf"), new Llama.Shape(2, 1024, 1, 64)));
        chat = LlamaChat.open(engine, new Deadlines(Duration.ofMinutes(2), Duration.ofMinutes(2)));
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    @Test
    void it_answers_in_words_that_can_be_said() throws Exception {
        chat.generate(Requests.of(List.of(user("What do you cook?")), List.of(Requests.passage("We cook Spanish food.")), List.of(), 12), heard);
        List<GenerationEvent> all = heard.all();
        assertThat(all).last().isEqualTo(new Ended());
        assertThat(Heard.text(all)).isNotBlank().doesNotContainPattern("[{}<>*#\n]");
    }

    @Test
    void it_serves_the_next_after_one_was_cancelled() throws Exception {
        Heard cancelled = new Heard();
        Generation running = chat.generate(Requests.of(List.of(user("Tell me a long story.")), List.of(), List.of(), 400), cancelled);
        cancelled.next();
        running.close();
        chat.generate(Requests.of(List.of(user("Hello.")), List.of(), List.of(), 4), heard);
        assertThat(heard.all()).last().isEqualTo(new Ended());
    }

    @Test
    void a_call_of_a_tool_always_parses() throws Exception {
        // Only the call is allowed here: left to itself this model never asks for a tool.
        String grammar = Grammar.of(List.of(Requests.BOOK)).replace("root ::= words | ", "root ::= ");
        int[] prompt = engine.tokens(ChatMl.prompt(Requests.of(List.of(user("A table for four tomorrow at eight, my name is Ada.")),
                List.of(), List.of(Requests.BOOK), 40), 0, 0));
        AnswerReader answer = new AnswerReader();
        engine.complete(new Llama.Completion(1, prompt, grammar, 300, 0), piece -> {
            answer.pass(piece);
            return true;
        });
        ToolRequested tool = answer.end().orElseThrow();
        JsonObject arguments = JsonParser.parseString(tool.arguments()).getAsJsonObject();
        assertThat(tool.name()).isEqualTo("book_table");
        assertThat(arguments.keySet()).containsExactlyInAnyOrder("name", "when", "party");
        assertThat(arguments.get("party").getAsInt()).isBetween(1, 99);
    }

    @Test
    void a_malformed_grammar_is_passed_over_and_ends_nothing() throws Exception {
        StringBuilder said = new StringBuilder();
        engine.complete(new Llama.Completion(0, engine.tokens("Hello"), "root ::= [a-", 3, 0), piece -> {
            said.append(piece);
            return true;
        });
        assertThat(said).isNotBlank();
    }
}
