package switchboard.signaling.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.signaling.StrangeJson;
import switchboard.signaling.rtvi.ClientMessage;
import switchboard.signaling.rtvi.ServerMessages;

/** Whatever comes over the data channel is answered or done, and ends nothing. */
class StrangeMessagesTest {

    private static final int MESSAGES = 3_000;
    private static final List<String> TYPES = List.of("client-ready", "client-message", "send-text", "send-file", "dtmf", "llm-function-call-result",
            "ui-event", "ui-snapshot", "ui-cancel-job-group", "append-to-context", "raw-audio", "raw-audio-batch", "trackStatus", "renegotiate", "peerLeft", "bot-ready");

    private final FakeConversation conversation = new FakeConversation(event -> { });
    private final Talk talk = new Talk(company(), conversation, new ServerMessages(Clock.systemUTC()), "0.1.0");

    @Test
    void values_of_any_type_are_answered_once_under_their_id() {
        StrangeJson strange = new StrangeJson(1);
        for (int i = 0; i < MESSAGES; i++) {
            String type = strange.any(TYPES);
            String id = "id-" + i;
            JsonObject message = strange.object(List.of("message"), () -> strange.value(3));
            message.addProperty("label", "rtvi-ai");
            message.addProperty("type", type);
            message.addProperty("id", id);
            message.add("data", strange.object(List.of("version", "t", "d", "content", "options", "run_immediately", "buttons"), () -> new JsonPrimitive("Hi")));
            List<String> answers = answers(message.toString());

            boolean done = answers.isEmpty();
            assertThat(done).as("only words that were typed need no answer: %.200s", message).isEqualTo("type".equals(conversation.happened.poll()));
            answers.forEach(answer -> assertAnswers(id, answer));
            assertThat(!done || type.equals("send-text")).isTrue();
        }
    }

    @Test
    void signalling_of_any_type_never_touches_the_microphone_unless_it_says_so() {
        StrangeJson strange = new StrangeJson(2);
        for (int i = 0; i < MESSAGES; i++) {
            JsonObject message = new JsonObject();
            message.addProperty("type", "signalling");
            JsonObject inner = strange.object(List.of("receiver_index", "enabled"), () -> strange.value(2));
            inner.addProperty("type", "trackStatus");
            message.add("message", inner);
            List<String> answers = answers(message.toString());

            boolean said = isWhole(inner.get("receiver_index")) && isFlag(inner.get("enabled"));
            assertThat(answers.isEmpty()).as("%.200s", message).isEqualTo(said);
            boolean muted = "mute".equals(conversation.happened.poll());
            assertThat(muted).as("%.200s", message).isEqualTo(said && inner.get("receiver_index").getAsDouble() == 0);
        }
    }

    @Test
    void torn_messages_are_answered_with_valid_json() {
        StrangeJson strange = new StrangeJson(3);
        String whole = "{\"label\":\"rtvi-ai\",\"type\":\"client-message\",\"id\":\"bafbe7b7\",\"data\":{\"t\":\"get-config\",\"d\":null}}";
        for (int i = 0; i < MESSAGES; i++) {
            answers(strange.torn(strange.torn(whole))).forEach(answer -> assertThat(JsonParser.parseString(answer).isJsonObject()).isTrue());
        }
        assertThat(conversation.happened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"send-file", "dtmf", "llm-function-call-result", "ui-event", "ui-snapshot", "ui-cancel-job-group", "append-to-context",
        "raw-audio", "raw-audio-batch", "something-new"})
    void what_this_server_does_not_do_is_said(String type) {
        assertThat(answers("{\"label\":\"rtvi-ai\",\"type\":\"%s\",\"id\":\"7\",\"data\":{}}".formatted(type))).singleElement()
                .satisfies(answer -> assertThat(answer).contains("error-response", "Unsupported type " + type));
    }

    private List<String> answers(String message) {
        return talk.answer(ClientMessage.read(message));
    }

    private static void assertAnswers(String id, String answer) {
        JsonObject json = JsonParser.parseString(answer).getAsJsonObject();
        assertThat(json.get("label").getAsString()).isEqualTo("rtvi-ai");
        assertThat(json.get("id").getAsString()).isEqualTo(id);
        assertThat(answer.length()).as("no long answer to a long message").isLessThan(1_000);
    }

    private static boolean isWhole(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isNumber() && primitive.getAsDouble() == (int) primitive.getAsDouble();
    }

    private static boolean isFlag(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isBoolean();
    }

    private static Company company() {
        return new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("any", 1), ModelChoice.ANY, LanguageModelSettings.EMBEDDED,
                Endpointing.DEFAULT, Optional.empty(), new CallLimits(2, Duration.ofMinutes(1)));
    }
}
