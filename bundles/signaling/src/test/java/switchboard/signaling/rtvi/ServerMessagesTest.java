package switchboard.signaling.rtvi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.call.CallEvent;
import switchboard.api.call.TurnLedger;

class ServerMessagesTest {

    private final ServerMessages messages = new ServerMessages(Clock.fixed(Instant.parse("2026-11-23T01:41:25.246Z"), ZoneOffset.UTC));

    @Test
    void ready_is_answered_with_the_same_id() {
        JsonObject ready = JsonParser.parseString(messages.botReady("bafbe7b7", "0.1.0")).getAsJsonObject();

        assertThat(ready.get("id").getAsString()).isEqualTo("bafbe7b7");
        assertThat(ready.getAsJsonObject("data").get("version").getAsString()).isEqualTo("2.2.0");
    }

    @Test
    void a_final_transcript_is_told_three_ways_in_the_recorded_order() {
        List<String> told = messages.of(new CallEvent.UserTranscript("Hello.", true, false));

        assertThat(told).extracting(ServerMessagesTest::type).containsExactly("user-input", "user-transcription", "user-llm-text");
        assertThat(data(told.get(1)).get("final").getAsBoolean()).isTrue();
    }

    @Test
    void a_segment_lives_from_new_to_completed() {
        JsonObject begun = data(messages.of(new CallEvent.BotSegment(7, "Sure.", true, false)).get(0));
        JsonObject ended = data(messages.of(new CallEvent.BotSegment(7, "Sure.", true, true)).get(0));

        assertThat(begun.get("spoken_status").getAsString()).isEqualTo("new");
        assertThat(begun.getAsJsonObject("spoken_progress").get("remaining_text").getAsString()).isEqualTo("Sure.");
        assertThat(ended.get("spoken_status").getAsString()).isEqualTo("completed");
        assertThat(ended.get("segment_id")).isEqualTo(begun.get("segment_id"));
    }

    @Test
    void a_segment_that_is_only_shown_is_told_once() {
        assertThat(messages.of(new CallEvent.BotSegment(7, "Sure.", false, false))).extracting(ServerMessagesTest::type).contains("bot-output");
        assertThat(messages.of(new CallEvent.BotSegment(7, "Sure.", false, true))).isEmpty();
    }

    @Test
    void the_ledger_names_each_part_and_its_owner() {
        TurnLedger ledger = new TurnLedger(3, List.of(new TurnLedger.Part("stt", Duration.ofMillis(60), "a@1"), new TurnLedger.Part("tts", Duration.ofMillis(140), "b@2")), true);
        JsonObject told = data(messages.of(new CallEvent.TurnMeasured(ledger)).get(0));

        assertThat(told.get("speculated").getAsBoolean()).isTrue();
        assertThat(told.get("total_ms").getAsDouble()).isEqualTo(200);
        assertThat(told.getAsJsonArray("parts").get(1).getAsJsonObject().get("owner").getAsString()).isEqualTo("b@2");
    }

    private static String type(String message) {
        return JsonParser.parseString(message).getAsJsonObject().get("type").getAsString();
    }

    private static JsonObject data(String message) {
        return JsonParser.parseString(message).getAsJsonObject().getAsJsonObject("data");
    }
}
