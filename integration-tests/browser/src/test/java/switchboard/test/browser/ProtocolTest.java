package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything a client may send, by table: each message is answered as documented, and none ends the call. */
@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class ProtocolTest {

    /**
     * A frame and what is answered to it.
     *
     * @param answer type of the answer, or empty if there must be none
     * @param says   what the answer contains
     */
    record Exchange(String name, Map<String, Object> frame, String answer, String... says) {

        static Exchange text(String name, String text, String answer, String... says) {
            return new Exchange(name, Map.of("name", name, "text", text), answer, says);
        }

        /** An RTVI message whose id is its name. */
        static Exchange rtvi(String name, String type, String data, String answer, String... says) {
            return text(name, "{\"label\":\"rtvi-ai\",\"type\":\"%s\",\"id\":\"%s\",\"data\":%s}".formatted(type, name, data), answer,
                    answer.isEmpty() ? says : Stream.concat(Stream.of("\"id\":\"" + name + "\""), Arrays.stream(says)).toArray(String[]::new));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private JsonObject report;

    static Stream<Exchange> exchanges() {
        String no = "error-response";
        return Stream.of(
                Exchange.rtvi("ready", "client-ready", "{\"version\":\"2.1.0\",\"about\":{\"library\":\"x\"}}", "bot-ready", "\"version\":\"2.2.0\"", "capabilities"),
                Exchange.rtvi("ready again", "client-ready", "{\"version\":\"2.0.0\"}", "bot-ready"),
                Exchange.rtvi("request", "client-message", "{\"t\":\"get-config\",\"d\":{\"any\":[1]}}", "server-response", "\"t\":\"get-config\"", "tomatitos-2"),
                Exchange.rtvi("sound", "client-message", "{\"t\":\"sound-began\"}", "server-response"),
                Exchange.rtvi("unknown request", "client-message", "{\"t\":\"make-coffee\"}", no, "get-config"),
                Exchange.rtvi("request without a name", "client-message", "{}", no),
                Exchange.rtvi("request with odd data", "client-message", "[1,2]", no),
                Exchange.rtvi("no text", "send-text", "{\"content\":\"\"}", no, "empty"),
                Exchange.rtvi("text that is a number", "send-text", "{\"content\":7}", no, "must be a text"),
                Exchange.rtvi("text without content", "send-text", "{}", no, "must be a text"),
                Exchange.rtvi("text that is not to be answered", "send-text", "{\"content\":\"Hi\",\"options\":{\"run_immediately\":false}}", no, "run_immediately"),
                Exchange.rtvi("text", "send-text", "{\"content\":\"Hello\",\"options\":{\"audio_response\":false}}", ""),
                Exchange.rtvi("text with odd options", "send-text", "{\"content\":\"Hello\",\"options\":[]}", no, "must be an object"),
                Exchange.rtvi("text with an odd option", "send-text", "{\"content\":\"Hello\",\"options\":{\"audio_response\":\"no\"}}", no, "must be true or false"),
                Exchange.rtvi("file", "send-file", "{\"content\":\"\",\"file\":{}}", no, "Unsupported type send-file"),
                Exchange.rtvi("keys", "dtmf", "{\"buttons\":[\"1\",\"#\"]}", no, "Unsupported type dtmf"),
                Exchange.rtvi("key", "dtmf", "{\"button\":\"1\"}", no, "Unsupported type dtmf"),
                Exchange.rtvi("tool result", "llm-function-call-result", "{\"function_name\":\"f\",\"tool_call_id\":\"1\",\"arguments\":{},\"result\":{}}", no, "Unsupported type"),
                Exchange.rtvi("page event", "ui-event", "{\"event\":\"click\",\"payload\":{}}", no, "Unsupported type ui-event"),
                Exchange.rtvi("page snapshot", "ui-snapshot", "{\"tree\":{}}", no, "Unsupported type ui-snapshot"),
                Exchange.rtvi("page job", "ui-cancel-job-group", "{\"job_id\":\"1\"}", no, "Unsupported type"),
                Exchange.rtvi("context", "append-to-context", "{\"role\":\"user\",\"content\":\"x\",\"run_immediately\":true}", no, "Unsupported type append-to-context"),
                Exchange.rtvi("audio", "raw-audio", "{\"base64Audio\":\"AAAA\",\"sampleRate\":16000,\"numChannels\":1}", no, "Unsupported type raw-audio"),
                Exchange.rtvi("audio batch", "raw-audio-batch", "{\"base64AudioBatch\":[],\"sampleRate\":16000,\"numChannels\":1}", no, "Unsupported type"),
                Exchange.rtvi("server's own", "bot-ready", "{}", no, "Unsupported type bot-ready"),
                Exchange.rtvi("unknown", "fly", "null", no, "Unsupported type fly"),
                Exchange.rtvi("an old client", "client-ready", "{\"version\":\"1.0.0\"}", no, "compatibility"),
                Exchange.rtvi("no version", "client-ready", "{}", no, "compatibility"),
                Exchange.text("ping", "ping: 1795398078784", ""),
                Exchange.text("bare ping", "ping:", ""),
                Exchange.text("microphone off", signalling("{\"type\":\"trackStatus\",\"receiver_index\":0,\"enabled\":false}"), ""),
                Exchange.text("microphone on", signalling("{\"type\":\"trackStatus\",\"receiver_index\":0,\"enabled\":true}"), ""),
                Exchange.text("camera off", signalling("{\"type\":\"trackStatus\",\"receiver_index\":1,\"enabled\":false}"), ""),
                Exchange.text("screen off", signalling("{\"type\":\"trackStatus\",\"receiver_index\":2,\"enabled\":false}"), ""),
                Exchange.text("a track without a number", signalling("{\"type\":\"trackStatus\"}"), no, "must be a number"),
                Exchange.text("a microphone that is neither", signalling("{\"type\":\"trackStatus\",\"receiver_index\":0,\"enabled\":\"false\"}"), no, "must be true or false"),
                Exchange.text("the server's signalling", signalling("{\"type\":\"renegotiate\"}"), no, "signalling"),
                Exchange.text("the client left", signalling("{\"type\":\"peerLeft\"}"), no, "signalling"),
                Exchange.text("signalling without a message", "{\"type\":\"signalling\"}", no),
                Exchange.text("no JSON", "{{{", no),
                Exchange.text("plain words", "hello", no),
                Exchange.text("nothing", " ", no),
                Exchange.text("a number", "7", no),
                Exchange.text("a list", "[]", no),
                Exchange.text("null", "null", no),
                Exchange.text("nested too deeply", "[".repeat(30_000), no),
                Exchange.text("another label", "{\"label\":\"other\",\"type\":\"client-ready\"}", no),
                Exchange.text("types that are none", "{\"label\":\"rtvi-ai\",\"type\":{},\"id\":[],\"data\":7}", no, "Unsupported type"),
                new Exchange("binary", Map.of("name", "binary", "binary", List.of(0, 255, 128)), no, "binary"),
                new Exchange("5 KiB of text", Map.of("name", "5 KiB of text", "repeat", 5), no, "4000 characters"),
                new Exchange("60 KiB of text", Map.of("name", "60 KiB of text", "repeat", 60), no, "4000 characters"),
                new Exchange("200 KiB of text", Map.of("name", "200 KiB of text", "repeat", 200), no, "64 KiB"));
    }

    @BeforeAll
    void call() throws Exception {
        try (Server server = Server.start()) {
            report = new Caller(Path.of("target", "protocol")).play("channel.mjs", Map.of("server", server.address("").toString(), "company", "tomatitos-2",
                    "frames", exchanges().map(Exchange::frame).toList(),
                    "offers", List.of(
                            Map.of("name", "audio only", "lines", List.of("audio")),
                            Map.of("name", "three lines", "lines", List.of("audio", "video", "data")),
                            Map.of("name", "four lines", "lines", List.of("audio", "video", "screen", "data")),
                            Map.of("name", "candidates late", "lines", List.of("audio", "data"), "late", true))));
        }
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void each_message_is_answered_as_documented(Exchange exchange) {
        JsonArray answers = report.getAsJsonObject("frames").getAsJsonArray(exchange.name());
        if (exchange.answer().isEmpty()) {
            assertThat(answers).isEmpty();
            return;
        }
        JsonObject first = answers.get(0).getAsJsonObject();
        assertThat(first.get("label").getAsString()).isEqualTo("rtvi-ai");
        assertThat(first.get("type").getAsString()).isEqualTo(exchange.answer());
        assertThat(exchange.says()).allSatisfy(words -> assertThat(first.toString()).contains(words));
    }

    @Test
    void after_all_of_them_the_call_goes_on() {
        assertThat(report.get("alive").getAsString()).isEqualTo("connected");
        assertThat(report.getAsJsonArray("messages").toString()).contains("bot-started-speaking");
    }

    @Test
    void a_second_data_channel_is_served_and_may_close() {
        JsonObject channels = report.getAsJsonObject("channels");

        assertThat(channels.getAsJsonArray("second").toString()).contains("\"id\":\"second\"", "Unsupported type nonsense");
        assertThat(channels.getAsJsonArray("afterwards").toString()).contains("\"id\":\"first\"");
    }

    @Test
    void hanging_up_is_answered_with_a_farewell() {
        JsonObject farewell = report.getAsJsonObject("farewell");

        assertThat(farewell.getAsJsonArray("last").toString()).contains("peerLeft");
        assertThat(farewell.get("channel").getAsString()).isNotEqualTo("open");
    }

    @Test
    void each_request_has_its_status_and_a_refusal_its_reason() {
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("candidates of an open call", 200);
        expected.put("the end of candidates", 200);
        expected.put("candidates that are none", 200);
        expected.put("no list of candidates", 200);
        expected.put("candidates of an unknown call", 404);
        expected.put("candidates of no call", 400);
        expected.put("a body that is no JSON", 400);
        expected.put("an empty body", 400);
        expected.put("an offer without SDP", 400);
        expected.put("an offer with nonsense", 400);
        expected.put("an answer", 400);
        expected.put("a body of 100 KiB", 413);
        expected.put("a session nobody began", 404);
        expected.put("a company nobody knows", 404);
        expected.put("a path of a session that nobody needs", 200);
        expected.put("a way to call that does not exist", 405);
        expected.put("the status", 200);
        expected.put("start", 200);
        expected.put("candidates late: candidates after a while", 200);
        JsonObject http = report.getAsJsonObject("http");

        assertThat(http.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((name, status) -> {
            JsonObject response = http.getAsJsonObject(name);
            assertThat(response.get("status").getAsInt()).as(name).isEqualTo(status);
            if (status >= 400) {
                assertThat(response.getAsJsonObject("body").get("detail").getAsString()).as(name).isNotBlank();
            }
        });
        assertThat(http.getAsJsonObject("start").getAsJsonObject("body").get("sessionId").getAsString()).isNotBlank();
    }

    @Test
    void offers_of_every_client_are_answered_and_video_is_refused() {
        assertOffer("audio only", "sendrecv");
        assertOffer("three lines", "sendrecv", "inactive");
        assertOffer("four lines", "sendrecv", "inactive", "inactive");
        assertOffer("candidates late", "sendrecv");
    }

    private void assertOffer(String name, String... directions) {
        JsonObject offer = report.getAsJsonObject("offers").getAsJsonObject(name);

        assertThat(offer.get("status").getAsInt()).as(name).isEqualTo(200);
        assertThat(offer.getAsJsonArray("heard").asList().stream().map(JsonElement::getAsString)).as(name).contains("0");
        assertThat(offer.getAsJsonArray("directions").asList().stream().map(JsonElement::getAsString)).as(name).containsExactly(directions);
    }

    private static String signalling(String message) {
        return "{\"type\":\"signalling\",\"message\":" + message + "}";
    }
}
