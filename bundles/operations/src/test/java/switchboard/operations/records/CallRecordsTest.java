package switchboard.operations.records;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.operations.records.Archive.ACME;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.call.CallEvent.BotSegment;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.TurnLedger.Part;
import switchboard.api.call.TurnLedger;

/** What the record of a call tells, and to whom. */
class CallRecordsTest {

    @TempDir
    Path data;

    private Archive archive;

    @BeforeEach
    void begin() {
        archive = new Archive(data);
    }

    @Test
    void a_record_tells_the_whole_call() throws Exception {
        CallRecords records = archive.records("acme");
        records.opened(ACME);
        at(records, 100, new CallEvent.BotStartedSpeaking());
        at(records, 0, new BotSegment(1, "Hello!", true, false));
        at(records, 900, new BotSegment(1, "Hello!", true, true));
        at(records, 0, new CallEvent.BotStoppedSpeaking());
        at(records, 1000, new CallEvent.UserStartedSpeaking());
        at(records, 200, new CallEvent.UserTranscript("A table", false, false));
        at(records, 800, new CallEvent.UserTranscript("A table, please.", true, false));
        at(records, 300, new CallEvent.ReplyText("Certainly. For how many?"));
        at(records, 0, new BotSegment(2, "Certainly.", true, false));
        at(records, 0, new CallEvent.TurnMeasured(new TurnLedger(1, List.of(
                new Part("stt", Duration.ofNanos(120_440_000), "ear@1"), new Part("tts", Duration.ofMillis(180), "mouth@2")), true)));
        at(records, 500, new CallEvent.Interrupted());
        at(records, 0, new CallEvent.Failure("the ear failed"));
        at(records, 0, new CallEvent.UserTranscript("two", true, true));
        at(records, 100, new BotSegment(3, "For two.", false, false));
        at(records, 0, new BotSegment(3, "For two.", false, true));
        records.closed(ACME, "the caller hung up");
        records.stop();

        assertThat(archive.read("calls/acme/2026-03-01/093005-c1.json")).isEqualTo(JsonParser.parseString("""
                {"call": "c1", "company": "acme", "opened": "2026-03-01T09:30:05Z", "ended": "2026-03-01T09:30:08.900Z", "durationMs": 3900,
                 "reason": "the caller hung up", "complete": true,
                 "transcript": [
                  {"atMs": 100, "speaker": "assistant", "how": "spoken", "text": "Hello!"},
                  {"atMs": 3000, "speaker": "caller", "how": "spoken", "text": "A table, please."},
                  {"atMs": 3300, "speaker": "assistant", "how": "cut", "text": "Certainly."},
                  {"atMs": 3800, "speaker": "caller", "how": "typed", "text": "two"},
                  {"atMs": 3900, "speaker": "assistant", "how": "shown", "text": "For two."}],
                 "turns": [
                  {"atMs": 3300, "turn": 1, "speculated": true, "totalMs": 300.4,
                   "parts": [{"name": "stt", "ms": 120.4, "owner": "ear@1"}, {"name": "tts", "ms": 180.0, "owner": "mouth@2"}]}],
                 "events": [
                  {"atMs": 100, "event": "BotStartedSpeaking"},
                  {"atMs": 1000, "event": "BotStoppedSpeaking"},
                  {"atMs": 2000, "event": "UserStartedSpeaking"},
                  {"atMs": 3800, "event": "Interrupted"},
                  {"atMs": 3800, "event": "Failure", "detail": "the ear failed"}]}"""));
    }

    @Test
    void nobody_else_may_read_it() throws Exception {
        CallRecords records = archive.records("acme");
        Archive.call(records, ACME);
        records.stop();

        assertThat(archive.permissions("calls/acme/2026-03-01/093005-c1.json")).isEqualTo("rw-------");
        assertThat(archive.permissions("calls/acme/2026-03-01")).isEqualTo("rwx------");
        assertThat(archive.permissions("calls")).isEqualTo("rwx------");
    }

    @Test
    void what_was_taken_down_of_an_open_call_is_kept_as_incomplete() throws Exception {
        CallRecords records = archive.records("acme");
        records.opened(ACME);
        records.happened(ACME, new CallEvent.UserTranscript("Hello?", true, false));
        records.stop();
        records.closed(ACME, "the server stops");

        JsonObject record = archive.read("calls/acme/2026-03-01/093005-c1.json");
        assertThat(record.get("complete").getAsBoolean()).isFalse();
        assertThat(record.getAsJsonArray("transcript")).hasSize(1);
    }

    @Test
    @Timeout(20)
    void what_was_said_is_on_disk_while_the_call_goes_on() throws Exception {
        CallRecords records = archive.records("acme");
        records.opened(ACME);
        records.happened(ACME, new CallEvent.UserTranscript("Hello?", true, false));

        Path file = data.resolve("calls/acme/2026-03-01/093005-c1.json");
        while (!Files.exists(file) || !Files.readString(file).contains("Hello?")) {
            Thread.onSpinWait();
        }
        JsonObject record = archive.read("calls/acme/2026-03-01/093005-c1.json");
        assertThat(record.get("complete").getAsBoolean()).isFalse();
        assertThat(record.get("reason").getAsString()).contains("goes on", "killed");

        records.closed(ACME, "the caller hung up");
        records.stop();
        assertThat(archive.read("calls/acme/2026-03-01/093005-c1.json").get("complete").getAsBoolean()).isTrue();
    }

    @Test
    void an_endless_call_does_not_fill_the_memory() throws Exception {
        CallRecords records = archive.records("acme");
        records.opened(ACME);
        for (int i = 0; i < 20_000; i++) {
            records.happened(ACME, new CallEvent.UserTranscript("blah ".repeat(20), true, false));
        }
        records.closed(ACME, "the caller hung up");
        records.stop();

        JsonObject record = archive.read("calls/acme/2026-03-01/093005-c1.json");
        assertThat(record.get("complete").getAsBoolean()).isFalse();
        assertThat(record.getAsJsonArray("transcript")).hasSize(5_000);
    }

    @Test
    void a_name_that_leads_elsewhere_is_no_file() throws Exception {
        CallRecords records = archive.records("*");
        Archive.call(records, new CallInfo("c1", "../../etc"));
        Archive.call(records, new CallInfo("../c1", "acme"));
        records.stop();

        assertThat(archive.files()).isEmpty();
    }

    private void at(CallRecords records, long laterMs, CallEvent event) {
        archive.clock().pass(Duration.ofMillis(laterMs));
        records.happened(ACME, event);
    }
}
