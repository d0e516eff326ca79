package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Pipecat's clients, unmodified from npm, on the example page: one call from beginning to end, and other ways to begin one. */
@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ClientTest {

    private Caller caller;
    private JsonObject report;

    @BeforeAll
    void call() throws Exception {
        caller = new Caller(Path.of("target", "client"));
        try (Server server = Server.start()) {
            report = caller.play("client.mjs", Map.of(
                    "server", server.address("").toString(), "company", "tomatitos-2",
                    "example", Server.ROOT.resolve("docs/examples/pipecat-client").toString(),
                    "question", caller.speak("What time do you open on Saturday?", "question.wav").toAbsolutePath().toString(),
                    "typed", "Do you have a children's menu?"));
        }
    }

    @Test
    void it_hears_the_greeting_and_right_answers_to_spoken_and_typed_words() throws Exception {
        assertThat(said("greeting.wav")).contains("how can i help");
        assertThat(said("spoken.wav")).contains("saturday").containsAnyOf("five", "5");
        assertThat(said("typed.wav")).contains("children");
        assertThat(strings(report, "problems")).isEmpty();
    }

    @Test
    void it_shows_the_words_of_both_sides_and_where_the_time_went() {
        assertThat(report.get("transcript").getAsString().toLowerCase(Locale.ROOT))
                .contains("how can i help", "saturday", "do you have a children's menu?");
        assertThat(report.get("speed").getAsString()).matches("(?s)Turn \\d+: \\d+ ms \\(.*llm \\d+.*\\)");
    }

    @Test
    void the_messages_of_a_turn_come_in_the_order_the_standard_records() {
        List<String> told = told();
        List<String> turn = told.subList(told.indexOf("user-started-speaking"), told.size());

        assertThat(turn).containsSubsequence("user-started-speaking", "user-transcription", "user-stopped-speaking", "bot-llm-started",
                "bot-started-speaking", "bot-output", "bot-tts-text", "bot-stopped-speaking");
        assertThat(turn).contains("user-input", "user-llm-text", "bot-llm-text", "bot-llm-stopped", "metrics");
        assertThat(told.get(0)).isEqualTo("bot-ready");
    }

    @Test
    void metrics_name_a_processor_and_seconds() {
        JsonObject ttfb = frames().stream().filter(frame -> type(frame).equals("metrics")).findFirst().orElseThrow()
                .getAsJsonObject("data").getAsJsonArray("ttfb").get(0).getAsJsonObject();

        assertThat(ttfb.get("processor").getAsString()).isNotEmpty();
        assertThat(ttfb.get("value").getAsDouble()).isBetween(0.0, 30.0);
    }

    @Test
    void a_request_is_answered_and_an_unknown_one_fails_with_a_reason() {
        assertThat(report.getAsJsonObject("config").get("company").getAsString()).isEqualTo("tomatitos-2");
        assertThat(report.get("unknownRequest").getAsString()).contains("get-config");
    }

    @Test
    void a_new_offer_on_the_same_connection_is_answered_and_changes_nothing() {
        JsonObject renegotiated = report.getAsJsonObject("renegotiated");

        assertThat(renegotiated.get("restart").getAsBoolean()).isFalse();
        assertThat(renegotiated.get("sameId").getAsBoolean()).isTrue();
        assertThat(renegotiated.get("signaling").getAsString()).isEqualTo("stable");
        assertThat(renegotiated.get("peers").getAsInt()).isEqualTo(1);
    }

    @Test
    void a_new_connection_goes_on_with_the_conversation_and_does_not_greet_again() throws Exception {
        JsonObject reconnected = report.getAsJsonObject("reconnected");

        assertThat(reconnected.get("restart").getAsBoolean()).isTrue();
        assertThat(reconnected.get("after").getAsString()).isNotEqualTo(reconnected.get("before").getAsString());
        assertThat(said("reconnected.wav")).contains("small menu").doesNotContain("how can i help");
        assertThat(told()).filteredOn("bot-ready"::equals).hasSize(1);
    }

    @Test
    void a_new_connection_is_heard_though_the_old_track_ended_before_the_first_packet() throws Exception {
        assertThat(strings(report.getAsJsonObject("reconnected"), "order")).containsExactly("ended", "started");
        assertThat(said("reconnected.wav")).contains("small menu");
    }

    @Test
    void hanging_up_ends_in_peace() {
        assertThat(report.get("hungUp").getAsString()).isEqualTo("disconnected");
    }

    @Test
    void a_refused_start_is_told_in_the_servers_words() {
        assertThat(report.getAsJsonObject("refusedStart").get("words").getAsString()).contains("nobody");
    }

    @Test
    void a_call_can_also_begin_with_an_offer_and_the_assistant_says_when_it_leaves() {
        for (String way : List.of("webrtcUrl", "requestData", "prefixedStart")) {
            JsonObject call = report.getAsJsonObject("ways").getAsJsonObject(way);
            assertThat(call.get("version")).as("%s: %s", way, call).isNotNull();
            assertThat(call.get("version").getAsString()).startsWith("2.");
            assertThat(call.getAsJsonArray("told").toString()).as(way).contains("bot left", "disconnected");
            assertThat(call.get("state").getAsString()).as(way).isEqualTo("disconnected");
        }
    }

    @Test
    void a_refused_offer_is_final() {
        JsonObject call = report.getAsJsonObject("ways").getAsJsonObject("nobody");

        assertThat(call.get("status").getAsInt()).isEqualTo(404);
        assertThat(call.get("error").getAsString()).contains("404");
        assertThat(call.get("offers").getAsInt()).as("offers made").isEqualTo(1);
    }

    private String said(String recording) throws Exception {
        return caller.heard(recording).toLowerCase(Locale.ROOT);
    }

    /** The types of the server's messages, in order. */
    private List<String> told() {
        return frames().stream().map(ClientTest::type).toList();
    }

    private List<JsonObject> frames() {
        List<JsonObject> frames = new ArrayList<>();
        for (JsonElement frame : report.getAsJsonArray("frames")) {
            if (frame.getAsJsonObject().get("from").getAsString().equals("server")) {
                frames.add(JsonParser.parseString(frame.getAsJsonObject().get("text").getAsString()).getAsJsonObject());
            }
        }
        return frames;
    }

    private static List<String> strings(JsonObject of, String member) {
        return of.getAsJsonArray(member).asList().stream().map(JsonElement::getAsString).toList();
    }

    private static String type(JsonObject frame) {
        return frame.get("type").getAsString();
    }
}
