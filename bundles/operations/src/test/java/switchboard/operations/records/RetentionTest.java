package switchboard.operations.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static switchboard.operations.records.Archive.ACME;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.operations.FakeCompanies;

/** How long records are kept. */
class RetentionTest {

    @TempDir
    Path data;

    private Archive archive;

    @BeforeEach
    void begin() {
        archive = new Archive(data);
    }

    @Test
    void old_records_are_deleted_and_nothing_else() throws Exception {
        CallRecords before = archive.records("acme");
        Archive.call(before, ACME);
        before.stop();
        Files.writeString(data.resolve("calls/acme/notes.json"), "{}");
        Files.createDirectories(data.resolve("calls/acme/2026-02-01")).resolve("x");
        Files.writeString(data.resolve("calls/acme/2026-02-01/mine.txt"), "mine");
        Files.writeString(data.resolve("calls/acme/2026-02-01/old.json"), "{}");

        CallRecords after = archive.records();   // the company wants no records any more
        archive.clock().pass(Duration.ofDays(30));
        after.deleteOld();
        assertThat(archive.files()).containsExactly("calls/acme/2026-02-01/mine.txt", "calls/acme/2026-03-01/093005-c1.json", "calls/acme/notes.json");

        archive.clock().pass(Duration.ofDays(1));
        after.deleteOld();
        assertThat(archive.files()).containsExactly("calls/acme/2026-02-01/mine.txt", "calls/acme/notes.json");
        assertThat(data.resolve("calls/acme/2026-03-01")).doesNotExist();
        after.stop();
    }

    @Test
    void each_company_says_how_long_and_its_word_holds_when_it_is_gone() throws Exception {
        Files.createDirectories(data.resolve("calls/acme/2026-03-01"));
        Files.writeString(data.resolve("calls/acme/2026-03-01/old.wav"), "");
        Files.createDirectories(data.resolve("calls/baker/2026-03-01"));
        Files.writeString(data.resolve("calls/baker/2026-03-01/old.json"), "{}");
        CallRecords records = new CallRecords(new Named(Set.of("*"), 30), data, archive.clock(), new FakeCompanies(List.of(FakeCompanies.recording("acme", 365), FakeCompanies.company("baker"))));

        archive.clock().pass(Duration.ofDays(31));
        records.deleteOld();
        records.stop();
        assertThat(archive.files()).containsExactly("calls/acme/.retention-days", "calls/acme/2026-03-01/old.wav", "calls/baker/.retention-days");

        CallRecords later = archive.records();   // the company's file was removed
        archive.clock().pass(Duration.ofDays(334));
        later.deleteOld();
        assertThat(data.resolve("calls/acme/2026-03-01/old.wav")).exists();
        archive.clock().pass(Duration.ofDays(1));
        later.deleteOld();
        assertThat(data.resolve("calls/acme/2026-03-01")).doesNotExist();
        later.stop();
    }

    @Test
    void a_retention_of_less_than_a_day_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Named(Set.of("*"), 0))
                .withMessage("retention.days must be at least 1, got 0");
    }
}
