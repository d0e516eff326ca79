package switchboard.operations.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallEvent.BotSegment;
import switchboard.api.call.CallInfo;
import switchboard.api.call.TurnLedger;
import switchboard.api.call.TurnLedger.Part;
import switchboard.operations.FakeClock;
import switchboard.operations.FakeCompanies;

class CallRecordsTest {

    private static final CallInfo ACME = new CallInfo("c1", "acme");

    @TempDir
    Path data;

    private final FakeClock clock = new FakeClock("2026-03-01T09:30:05Z");

    @Test
    void nothing_is_kept_unless_a_company_wants_it() throws Exception {
        CallRecords records = records();
        call(records, ACME);
        records.stop();

        assertThat(files()).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void other_companies_calls_are_not_kept() throws Exception {
        CallRecords records = records("acme");
        call(records, new CallInfo("c2", "baker"));
        call(records, ACME);
        records.stop();

        assertThat(files()).containsExactly("calls/acme/2026-03-01/093005-c1.json");
    }

    @Test
    void a_star_means_every_company() throws Exception {
        CallRecords records = records("*");
        call(records, new CallInfo("c2", "baker"));
        call(records, ACME);
        records.stop();

        assertThat(files()).containsExactly("calls/acme/2026-03-01/093005-c1.json", "calls/baker/2026-03-01/093005-c2.json");
    }

    @Test
    void companies_are_an_array_or_separated_by_commas() {
        assertThat(Named.ids()).isEmpty();
        assertThat(Named.ids("")).isEmpty();
        assertThat(Named.ids("acme", "acme", "baker, chef")).containsExactlyInAnyOrder("acme", "baker", "chef");
    }

    @Test
    void a_record_tells_the_whole_call() throws Exception {
        CallRecords records = records("acme");
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

        assertThat(read("calls/acme/2026-03-01/093005-c1.json")).isEqualTo(JsonParser.parseString("""
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
        CallRecords records = records("acme");
        call(records, ACME);
        records.stop();

        assertThat(permissions("calls/acme/2026-03-01/093005-c1.json")).isEqualTo("rw-------");
        assertThat(permissions("calls/acme/2026-03-01")).isEqualTo("rwx------");
        assertThat(permissions("calls")).isEqualTo("rwx------");
    }

    @Test
    void what_was_taken_down_of_an_open_call_is_kept_as_incomplete() throws Exception {
        CallRecords records = records("acme");
        records.opened(ACME);
        records.happened(ACME, new CallEvent.UserTranscript("Hello?", true, false));
        records.stop();
        records.closed(ACME, "the server stops");

        JsonObject record = read("calls/acme/2026-03-01/093005-c1.json");
        assertThat(record.get("complete").getAsBoolean()).isFalse();
        assertThat(record.getAsJsonArray("transcript")).hasSize(1);
    }

    @Test
    @Timeout(20)
    void what_was_said_is_on_disk_while_the_call_goes_on() throws Exception {
        CallRecords records = records("acme");
        records.opened(ACME);
        records.happened(ACME, new CallEvent.UserTranscript("Hello?", true, false));

        Path file = data.resolve("calls/acme/2026-03-01/093005-c1.json");
        while (!Files.exists(file) || !Files.readString(file).contains("Hello?")) {
            Thread.onSpinWait();
        }
        JsonObject record = read("calls/acme/2026-03-01/093005-c1.json");
        assertThat(record.get("complete").getAsBoolean()).isFalse();
        assertThat(record.get("reason").getAsString()).contains("goes on", "killed");

        records.closed(ACME, "the caller hung up");
        records.stop();
        assertThat(read("calls/acme/2026-03-01/093005-c1.json").get("complete").getAsBoolean()).isTrue();
    }

    @Test
    void an_endless_call_does_not_fill_the_memory() throws Exception {
        CallRecords records = records("acme");
        records.opened(ACME);
        for (int i = 0; i < 20_000; i++) {
            records.happened(ACME, new CallEvent.UserTranscript("blah ".repeat(20), true, false));
        }
        records.closed(ACME, "the caller hung up");
        records.stop();

        JsonObject record = read("calls/acme/2026-03-01/093005-c1.json");
        assertThat(record.get("complete").getAsBoolean()).isFalse();
        assertThat(record.getAsJsonArray("transcript")).hasSize(5_000);
    }

    @Test
    void a_name_that_leads_elsewhere_is_no_file() throws Exception {
        CallRecords records = records("*");
        call(records, new CallInfo("c1", "../../etc"));
        call(records, new CallInfo("../c1", "acme"));
        records.stop();

        assertThat(files()).isEmpty();
    }

    @Test
    void old_records_are_deleted_and_nothing_else() throws Exception {
        CallRecords before = records("acme");
        call(before, ACME);
        before.stop();
        Files.writeString(data.resolve("calls/acme/notes.json"), "{}");
        Files.createDirectories(data.resolve("calls/acme/2026-02-01")).resolve("x");
        Files.writeString(data.resolve("calls/acme/2026-02-01/mine.txt"), "mine");
        Files.writeString(data.resolve("calls/acme/2026-02-01/old.json"), "{}");

        CallRecords after = records();   // the company wants no records any more
        clock.pass(Duration.ofDays(30));
        after.deleteOld();
        assertThat(files()).containsExactly("calls/acme/2026-02-01/mine.txt", "calls/acme/2026-03-01/093005-c1.json", "calls/acme/notes.json");

        clock.pass(Duration.ofDays(1));
        after.deleteOld();
        assertThat(files()).containsExactly("calls/acme/2026-02-01/mine.txt", "calls/acme/notes.json");
        assertThat(data.resolve("calls/acme/2026-03-01")).doesNotExist();
        after.stop();
    }

    @Test
    void a_company_that_records_is_kept_from_the_end_of_the_notice_until_it_records_no_more() throws Exception {
        CallRecords records = records();
        records.listen(ACME, FakeCompanies.recording("acme", 7));
        records.opened(ACME);
        records.happened(ACME, new CallEvent.UserTranscript("not this", true, true));
        records.happened(ACME, new BotSegment(1, "Hello!", true, true));
        records.happened(ACME, new CallEvent.UserTranscript("this", true, false));
        records.changed(FakeCompanies.company("acme"));
        records.happened(ACME, new CallEvent.UserTranscript("nor this", true, false));
        records.closed(ACME, "the caller hung up");
        records.stop();

        JsonObject record = read("calls/acme/2026-03-01/093005-c1.json");
        assertThat(record.getAsJsonArray("transcript").toString()).contains("Hello!", "\"this\"").doesNotContain("not this", "nor this");
        assertThat(record.get("reason").getAsString()).contains("records no more");
    }

    @Test
    void each_company_says_how_long_and_its_word_holds_when_it_is_gone() throws Exception {
        Files.createDirectories(data.resolve("calls/acme/2026-03-01"));
        Files.writeString(data.resolve("calls/acme/2026-03-01/old.wav"), "");
        Files.createDirectories(data.resolve("calls/baker/2026-03-01"));
        Files.writeString(data.resolve("calls/baker/2026-03-01/old.json"), "{}");
        CallRecords records = new CallRecords(new Named(Set.of("*"), 30), data, clock, new FakeCompanies(List.of(FakeCompanies.recording("acme", 365), FakeCompanies.company("baker"))));

        clock.pass(Duration.ofDays(31));
        records.deleteOld();
        records.stop();
        assertThat(files()).containsExactly("calls/acme/.retention-days", "calls/acme/2026-03-01/old.wav", "calls/baker/.retention-days");

        CallRecords later = records();   // the company's file was removed
        clock.pass(Duration.ofDays(334));
        later.deleteOld();
        assertThat(data.resolve("calls/acme/2026-03-01/old.wav")).exists();
        clock.pass(Duration.ofDays(1));
        later.deleteOld();
        assertThat(data.resolve("calls/acme/2026-03-01")).doesNotExist();
        later.stop();
    }

    @Test
    void calls_that_begin_before_the_configuration_comes_are_kept_from_their_beginning() throws Exception {
        CallRecords records = records();
        call(records, ACME);
        CallInfo open = new CallInfo("c2", "acme");
        records.opened(open);
        records.happened(open, new CallEvent.UserTranscript("early", true, false));
        CallInfo others = new CallInfo("c3", "baker");
        records.opened(others);
        call(records, new CallInfo("c4", "baker"));

        records.change(new Named(Set.of("acme"), 30));
        records.happened(open, new CallEvent.UserTranscript("late", true, false));
        records.closed(open, "the caller hung up");
        records.closed(others, "the caller hung up");
        records.stop();

        assertThat(files()).containsExactly("calls/acme/2026-03-01/093005-c1.json", "calls/acme/2026-03-01/093005-c2.json");
        JsonObject record = read("calls/acme/2026-03-01/093005-c2.json");
        assertThat(record.getAsJsonArray("transcript").toString()).contains("early", "late");
        assertThat(record.get("complete").getAsBoolean()).isTrue();
    }

    @Test
    void nothing_reaches_the_disk_before_it_is_known_whether_it_may() throws Exception {
        CallRecords records = records();
        call(records, ACME);
        records.opened(new CallInfo("c2", "acme"));
        records.changed(FakeCompanies.company("acme"));
        records.stop();

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void another_configuration_ends_what_it_does_not_name_and_lets_the_rest_go_on() throws Exception {
        CallRecords records = records("acme", "baker");
        CallInfo baker = new CallInfo("c2", "baker");
        CallInfo chef = new CallInfo("c3", "chef");
        records.listen(chef, FakeCompanies.recording("chef", 7));
        for (CallInfo call : List.of(ACME, baker, chef)) {
            records.opened(call);
        }
        records.change(new Named(Set.of("acme"), 30));
        for (CallInfo call : List.of(ACME, baker, chef)) {
            records.closed(call, "the caller hung up");
        }
        records.stop();

        assertThat(read("calls/acme/2026-03-01/093005-c1.json").get("complete").getAsBoolean()).isTrue();
        assertThat(read("calls/chef/2026-03-01/093005-c3.json").get("complete").getAsBoolean()).isTrue();
        assertThat(read("calls/baker/2026-03-01/093005-c2.json").get("reason").getAsString()).contains("no more");
    }

    @Test
    void a_retention_of_less_than_a_day_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Named(Set.of("*"), 0))
                .withMessage("retention.days must be at least 1, got 0");
    }

    private CallRecords records(String... companies) {
        return new CallRecords(new Named(Set.of(companies), 30), data, clock);
    }

    private static void call(CallRecords records, CallInfo call) {
        records.opened(call);
        records.happened(call, new CallEvent.UserTranscript("Hello?", true, false));
        records.closed(call, "the caller hung up");
    }

    private void at(CallRecords records, long laterMs, CallEvent event) {
        clock.passMs(laterMs);
        records.happened(ACME, event);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).map(file -> data.relativize(file).toString()).sorted().toList();
        }
    }

    private JsonObject read(String file) throws IOException {
        return JsonParser.parseString(Files.readString(data.resolve(file))).getAsJsonObject();
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }
}
