package switchboard.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import switchboard.api.call.CallEvent;
import switchboard.api.call.TurnLedger;
import switchboard.signaling.rtvi.ClientMessage;
import switchboard.signaling.rtvi.ServerMessages;

/** docs/protocol.md tells the truth. */
class ProtocolDocumentTest {

    private static final ServerMessages MESSAGES = new ServerMessages(Clock.systemUTC());

    /** One of everything the server tells. */
    private static final List<CallEvent> EVENTS = List.of(
            new CallEvent.UserStartedSpeaking(), new CallEvent.UserStoppedSpeaking(), new CallEvent.UserTranscript("Hello.", true, false),
            new CallEvent.ReplyStarted(), new CallEvent.ReplyText("Sure."), new CallEvent.ReplyEnded(),
            new CallEvent.BotStartedSpeaking(), new CallEvent.BotStoppedSpeaking(), new CallEvent.BotPaused(),
            new CallEvent.BotSegment(7, "We open at five.", true, false), new CallEvent.BotSegment(7, "We open at five.", true, true),
            new CallEvent.Interrupted(), new CallEvent.Failure("no voice"),
            new CallEvent.TurnMeasured(new TurnLedger(3, List.of(new TurnLedger.Part("stt", Duration.ofMillis(60), "a@1")), true)));

    @ParameterizedTest
    @MethodSource("clientExamples")
    void each_example_of_a_client_is_understood(String example) {
        assertThat(ClientMessage.read(example)).isNotInstanceOf(ClientMessage.Unusable.class);
    }

    @ParameterizedTest
    @MethodSource("serverExamples")
    void each_example_of_the_server_has_the_members_that_are_sent(String example) {
        JsonObject documented = json(example);
        Set<String> members = members(documented.get("data"), "");

        assertThat(EVENTS.stream().flatMap(event -> MESSAGES.of(event).stream()).map(ProtocolDocumentTest::json)
                .filter(sent -> sent.get("type").equals(documented.get("type"))).map(sent -> members(sent.get("data"), "")))
                .anySatisfy(sent -> assertThat(sent).isEqualTo(members));
    }

    @Test
    void every_message_of_the_server_is_in_the_document() throws IOException {
        Stream<String> types = Stream.concat(EVENTS.stream().flatMap(event -> MESSAGES.of(event).stream()),
                Stream.of(MESSAGES.botReady("1", "0"), MESSAGES.response("1", "t", "d"), MESSAGES.errorResponse("1", "no")))
                .map(message -> json(message).get("type").getAsString());

        assertThat(types).allSatisfy(type -> assertThat(document()).contains("`" + type + "`"));
    }

    @ParameterizedTest
    @MethodSource("requestExamples")
    void each_example_of_a_request_is_json(String example) {
        assertThat(json(example).keySet()).contains("pc_id");
    }

    static Stream<String> clientExamples() throws IOException {
        return examples("client");
    }

    static Stream<String> serverExamples() throws IOException {
        return examples("server");
    }

    static Stream<String> requestExamples() throws IOException {
        return Stream.concat(examples("offer"), examples("candidates"));
    }

    private static Stream<String> examples(String kind) throws IOException {
        List<String> examples = Pattern.compile("```json " + kind + "\n(.*?)\n```", Pattern.DOTALL).matcher(document()).results()
                .map((MatchResult match) -> match.group(1)).toList();
        assertThat(examples).as("examples of %s", kind).isNotEmpty();
        return examples.stream();
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../../docs/protocol.md"));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    /** The paths of all members; a list counts as its first element. */
    private static Set<String> members(JsonElement value, String path) {
        Set<String> members = new TreeSet<>();
        if (value.isJsonObject()) {
            value.getAsJsonObject().asMap().forEach((name, member) -> {
                members.add(path + "/" + name);
                members.addAll(members(member, path + "/" + name));
            });
        } else if (value.isJsonArray()) {
            members.addAll(members(value.getAsJsonArray().get(0), path));
        }
        return members;
    }
}
