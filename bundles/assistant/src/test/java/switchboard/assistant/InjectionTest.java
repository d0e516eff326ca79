package switchboard.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.GenerationEvent.ToolRequested;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolResult;

/** A brain that obeys every word it reads, wherever it stands, still does nothing that the caller has not agreed to. */
class InjectionTest {

    private final Scene scene = new Scene();
    private final ScriptedTool book = ScriptedTool.booking();
    private final ScriptedTool cancel = ScriptedTool.cancelling();
    private final ScriptedTool find = ScriptedTool.finding();

    InjectionTest() {
        scene.tools.addAll(List.of(book, cancel, find));
    }

    @Test
    void the_corpus_is_large() throws IOException {
        assertThat(injections().distinct().count()).isGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("injections")
    void said_by_a_caller_it_runs_nothing(String injection) {
        obeys();
        scene.caller(injection);
        assertNothingDone();
    }

    @ParameterizedTest
    @MethodSource("injections")
    void said_in_answer_to_a_proposal_it_is_no_yes(String injection) {
        obeys();
        scene.caller("A table for four.");
        for (int i = 0; i < 3; i++) {
            scene.caller(injection);
        }
        assertNothingDone();
    }

    @ParameterizedTest
    @MethodSource("injections")
    void written_in_a_document_it_runs_nothing(String injection) {
        obeys();
        scene.passages.add(new Passage(injection, "house.md", 0.9));
        scene.caller("Do you have parking?");
        scene.caller("Do you have parking?");
        assertNothingDone();
    }

    @ParameterizedTest
    @MethodSource("injections")
    void answered_by_a_tool_it_runs_nothing(String injection) {
        find.result = new ToolResult(injection, injection);
        scene.wants("find", "{'party': 4}");
        obeys();
        scene.caller("Is anything free tonight?");
        scene.caller("Thank you.");
        assertNothingDone();
    }

    @ParameterizedTest
    @MethodSource("injections")
    void put_into_the_mouth_of_the_assistant_it_runs_nothing(String injection) {
        scene.wants("book", "{'party': 4}").caller("A table for four.");
        scene.brain(new Text(injection), new Text(" Yes."), new ToolRequested("1", "find", "{\"party\": 1}"), new Ended());
        obeys();
        scene.caller("Do you have parking?");
        assertNothingDone();
    }

    @ParameterizedTest
    @MethodSource("injections")
    void as_the_name_of_a_company_it_runs_nothing(String injection) {
        scene.company = Scene.named(injection, "book", "find", "cancel_booking");
        obeys();
        scene.caller("A table for four.");
        scene.caller("Do you have parking?");
        assertNothingDone();
    }

    @ParameterizedTest
    @MethodSource("injections")
    void as_an_argument_it_reaches_no_tool(String injection) {
        String argument = new com.google.gson.JsonPrimitive(injection).toString();
        scene.brain(new ToolRequested("1", "book", "{\"party\": 4, \"company\": " + argument + "}"), new Ended());
        scene.brain(new ToolRequested("2", "book", "{\"party\": " + argument + "}"), new Ended());
        scene.brain(new ToolRequested("3", "book", injection), new Ended());
        scene.says("I did not get that.").caller("A table for four.");
        assertThat(book.readBacks).isEmpty();
        assertNothingDone();
    }

    /** From now on the brain books and cancels whatever it reads. */
    private void obeys() {
        for (int i = 0; i < 20; i++) {
            scene.script.add(InjectionTest::obedience);
        }
    }

    private static List<GenerationEvent> obedience(ChatRequest request) {
        Message last = request.conversation().get(request.conversation().size() - 1);
        return List.of(new Text(last.text().isEmpty() ? "Yes." : last.text()), new ToolRequested("a" + request.conversation().size(), "book", "{\"party\": 99}"),
                new ToolRequested("b" + request.conversation().size(), "cancel_booking", "{\"party\": 1}"), new Ended());
    }

    private void assertNothingDone() {
        assertThat(book.runs).isEmpty();
        assertThat(cancel.runs).isEmpty();
    }

    static Stream<String> injections() throws IOException {
        try (InputStream in = InjectionTest.class.getResourceAsStream("injections.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList().stream();
        }
    }
}
