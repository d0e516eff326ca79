package switchboard.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage that leaves size, time and inode as they were shows whether a file was read through. */
class StampsTest {

    private static final String WHOLE = "weights";
    private static final String DAMAGED = "weighty";
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00.123456789Z"));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void lay_the_file_down() throws IOException {
        file = folder.resolve("voice.onnx");
        write(WHOLE, LONG_AGO);
    }

    @Test
    void a_verified_file_is_not_read_again() throws IOException {
        assertThat(holds()).isTrue();
        write(DAMAGED, LONG_AGO);

        assertThat(holds()).isTrue();
    }

    @Test
    void a_file_cut_after_it_was_verified_is_refused() throws IOException {
        assertThat(holds()).isTrue();
        write("weigh", LONG_AGO);

        assertThat(holds()).isFalse();
    }

    @Test
    void a_file_replaced_after_it_was_verified_is_refused() throws IOException {
        assertThat(holds()).isTrue();
        Path other = Files.writeString(folder.resolve("other"), DAMAGED);
        Files.setLastModifiedTime(other, LONG_AGO);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(holds()).isFalse();
    }

    @Test
    void a_changed_time_leads_to_reading_it_again() throws IOException {
        assertThat(holds()).isTrue();
        write(DAMAGED, FileTime.from(LONG_AGO.toInstant().plusNanos(1_000)));

        assertThat(holds()).isFalse();
    }

    @Test
    void a_changed_time_of_the_same_bytes_is_no_harm() throws IOException {
        assertThat(holds()).isTrue();
        write(WHOLE, FileTime.from(LONG_AGO.toInstant().plusSeconds(1)));

        assertThat(holds()).isTrue();
    }

    @Test
    void another_sum_in_the_catalogue_leads_to_reading_it_again() throws IOException {
        assertThat(holds()).isTrue();

        assertThat(new Stamps(folder, false).holds(file, WHOLE.length(), Verification.sha256(DAMAGED))).isFalse();
    }

    @Test
    void a_missing_stamp_leads_to_reading_it_again() throws IOException {
        assertThat(holds()).isTrue();
        write(DAMAGED, LONG_AGO);
        Files.delete(folder.resolve(Stamps.FILE));

        assertThat(holds()).isFalse();
    }

    @Test
    void a_damaged_stamp_leads_to_reading_it_again() throws IOException {
        assertThat(holds()).isTrue();
        write(DAMAGED, LONG_AGO);
        Files.write(folder.resolve(Stamps.FILE), new byte[] {'v', (byte) 0xff, 0, '\n', '\t'});

        assertThat(holds()).isFalse();
    }

    @Test
    void a_damaged_stamp_is_made_whole() throws IOException {
        Files.writeString(folder.resolve(Stamps.FILE), "voice.onnx\t7");

        assertThat(holds()).isTrue();
        assertThat(Files.readString(folder.resolve(Stamps.FILE))).startsWith("voice.onnx\t7\t").contains(Verification.sha256(WHOLE));
    }

    @Test
    void distrust_reads_every_file() throws IOException {
        assertThat(holds()).isTrue();
        write(DAMAGED, LONG_AGO);

        assertThat(new Stamps(folder, true).holds(file, WHOLE.length(), Verification.sha256(WHOLE))).isFalse();
    }

    @Test
    void a_file_that_may_still_be_changing_gets_no_stamp() throws IOException {
        write(WHOLE, FileTime.from(Instant.now()));

        assertThat(holds()).isTrue();
        assertThat(folder.resolve(Stamps.FILE)).doesNotExist();
    }

    @Test
    void stamps_of_a_folder_do_not_displace_each_other() throws IOException {
        Path second = Files.writeString(folder.resolve("second.onnx"), "second!");
        Files.setLastModifiedTime(second, LONG_AGO);
        assertThat(holds()).isTrue();
        assertThat(new Stamps(folder, false).holds(second, 7, Verification.sha256("second!"))).isTrue();

        assertThat(Files.readAllLines(folder.resolve(Stamps.FILE))).hasSize(2);
    }

    private boolean holds() throws IOException {
        return new Stamps(folder, false).holds(file, WHOLE.length(), Verification.sha256(WHOLE));
    }

    /** In place: the inode stays. */
    private void write(String content, FileTime time) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, time);
    }
}
