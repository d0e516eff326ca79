package switchboard.operations.records;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.operations.records.Archive.ACME;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.call.CallEvent.BotSegment;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.operations.FakeCompanies;

/** Whose calls are kept: those of companies that want it, or that the operator names. */
class WhoseCallsAreKeptTest {

    @TempDir
    Path data;

    private Archive archive;

    @BeforeEach
    void begin() {
        archive = new Archive(data);
    }

    @Test
    void nothing_is_kept_unless_a_company_wants_it() throws Exception {
        CallRecords records = archive.records();
        Archive.call(records, ACME);
        records.stop();

        assertThat(archive.files()).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void other_companies_calls_are_not_kept() throws Exception {
        CallRecords records = archive.records("acme");
        Archive.call(records, new CallInfo("c2", "baker"));
        Archive.call(records, ACME);
        records.stop();

        assertThat(archive.files()).containsExactly("calls/acme/2026-03-01/093005-c1.json");
    }

    @Test
    void a_star_means_every_company() throws Exception {
        CallRecords records = archive.records("*");
        Archive.call(records, new CallInfo("c2", "baker"));
        Archive.call(records, ACME);
        records.stop();

        assertThat(archive.files()).containsExactly("calls/acme/2026-03-01/093005-c1.json", "calls/baker/2026-03-01/093005-c2.json");
    }

    @Test
    void companies_are_an_array_or_separated_by_commas() {
        assertThat(Named.ids()).isEmpty();
        assertThat(Named.ids("")).isEmpty();
        assertThat(Named.ids("acme", "acme", "baker, chef")).containsExactlyInAnyOrder("acme", "baker", "chef");
    }

    @Test
    void a_company_that_records_is_kept_from_the_end_of_the_notice_until_it_records_no_more() throws Exception {
        CallRecords records = archive.records();
        records.listen(ACME, FakeCompanies.recording("acme", 7));
        records.opened(ACME);
        records.happened(ACME, new CallEvent.UserTranscript("not this", true, true));
        records.happened(ACME, new BotSegment(1, "Hello!", true, true));
        records.happened(ACME, new CallEvent.UserTranscript("this", true, false));
        records.changed(FakeCompanies.company("acme"));
        records.happened(ACME, new CallEvent.UserTranscript("nor this", true, false));
        records.closed(ACME, "the caller hung up");
        records.stop();

        JsonObject record = archive.read("calls/acme/2026-03-01/093005-c1.json");
        assertThat(record.getAsJsonArray("transcript").toString()).contains("Hello!", "\"this\"").doesNotContain("not this", "nor this");
        assertThat(record.get("reason").getAsString()).contains("records no more");
    }

    @Test
    void calls_that_begin_before_the_configuration_comes_are_kept_from_their_beginning() throws Exception {
        CallRecords records = archive.records();
        Archive.call(records, ACME);
        CallInfo open = new CallInfo("c2", "acme");
        records.opened(open);
        records.happened(open, new CallEvent.UserTranscript("early", true, false));
        CallInfo others = new CallInfo("c3", "baker");
        records.opened(others);
        Archive.call(records, new CallInfo("c4", "baker"));

        records.change(new Named(Set.of("acme"), 30));
        records.happened(open, new CallEvent.UserTranscript("late", true, false));
        records.closed(open, "the caller hung up");
        records.closed(others, "the caller hung up");
        records.stop();

        assertThat(archive.files()).containsExactly("calls/acme/2026-03-01/093005-c1.json", "calls/acme/2026-03-01/093005-c2.json");
        JsonObject record = archive.read("calls/acme/2026-03-01/093005-c2.json");
        assertThat(record.getAsJsonArray("transcript").toString()).contains("early", "late");
        assertThat(record.get("complete").getAsBoolean()).isTrue();
    }

    @Test
    void nothing_reaches_the_disk_before_it_is_known_whether_it_may() throws Exception {
        CallRecords records = archive.records();
        Archive.call(records, ACME);
        records.opened(new CallInfo("c2", "acme"));
        records.changed(FakeCompanies.company("acme"));
        records.stop();

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void another_configuration_ends_what_it_does_not_name_and_lets_the_rest_go_on() throws Exception {
        CallRecords records = archive.records("acme", "baker");
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

        assertThat(archive.read("calls/acme/2026-03-01/093005-c1.json").get("complete").getAsBoolean()).isTrue();
        assertThat(archive.read("calls/chef/2026-03-01/093005-c3.json").get("complete").getAsBoolean()).isTrue();
        assertThat(archive.read("calls/baker/2026-03-01/093005-c2.json").get("reason").getAsString()).contains("no more");
    }
}
