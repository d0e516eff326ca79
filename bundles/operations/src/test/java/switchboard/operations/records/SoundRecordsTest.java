package switchboard.operations.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.call.CallEvent.BotSegment;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallTap.Ear;
import switchboard.operations.FakeCompanies;
import switchboard.testkit.fake.FakeClock;

class SoundRecordsTest {

    private static final CallInfo CALL = new CallInfo("c1", "acme");
    private static final String FILE = "calls/acme/2026-03-01/093005-c1.wav";
    private static final BotSegment NOTICE = new BotSegment(1, "Hello!", true, true);
    private static final float CALLER = 0.25f;
    private static final float ASSISTANT = 0.5f;

    @TempDir
    Path data;

    private final FakeClock clock = new FakeClock("2026-03-01T09:30:05Z");

    @Test
    void a_company_that_does_not_record_is_not_heard() {
        assertThat(records().listen(CALL, FakeCompanies.company("acme"))).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void both_sides_are_kept_side_by_side_the_caller_from_the_end_of_the_notice() throws Exception {
        SoundRecords records = records();
        Ear ear = listen(records);
        talk(ear, 50);
        records.happened(CALL, NOTICE);
        talk(ear, 50);
        ear.close();
        records.stop();

        short[][] sides = sides();
        assertThat(sides[0]).hasSize(16_000);
        assertThat(sides[0][4_000]).as("caller, while the notice is spoken").isZero();
        assertThat(sides[0][12_000]).as("caller").isEqualTo(Wav.pcm16(CALLER));
        assertThat(sides[1][4_000] / 32768f).as("assistant").isCloseTo(ASSISTANT, within(0.01f));
        assertThat(sides[1][12_000] / 32768f).isCloseTo(ASSISTANT, within(0.01f));
        assertThat(Wav.read(Files.newInputStream(data.resolve(FILE))).duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_notice_that_was_cut_is_none() throws Exception {
        SoundRecords records = records();
        Ear ear = listen(records);
        records.happened(CALL, new BotSegment(1, "Hello!", true, false));
        records.happened(CALL, new BotSegment(2, "We open at five.", true, true));
        talk(ear, 100);
        ear.close();
        records.stop();

        assertThat(sides()[0]).containsOnly((short) 0);
    }

    @Test
    void a_company_that_records_no_more_is_heard_no_more_at_once() throws Exception {
        SoundRecords records = records();
        Ear ear = listen(records);
        records.happened(CALL, NOTICE);
        talk(ear, 100);
        records.changed(FakeCompanies.recording("acme", 30));
        talk(ear, 100);
        records.changed(FakeCompanies.company("acme"));
        talk(ear, 100);
        ear.close();
        records.stop();

        assertThat(sides()[0]).hasSize(2 * 16_000);
    }

    @Test
    void a_side_that_stays_away_is_silent_and_the_other_is_not_late() {
        TwoTracks tracks = new TwoTracks();
        for (int i = 0; i < 100; i++) {
            tracks.assistant(frame(240, ASSISTANT));
        }
        assertThat(tracks.take(false)).as("half a second is waited for").hasSizeBetween(2 * 7_900, 2 * 8_000);
        assertThat(tracks.take(true)).hasSize(2 * 8_000);
    }

    @Test
    void what_nobody_takes_does_not_fill_the_memory() {
        TwoTracks tracks = new TwoTracks();
        for (int i = 0; i < 5_000; i++) {
            tracks.caller(frame(160, CALLER));
        }
        assertThat(tracks.take(true)).hasSize(2 * 160_000);
    }

    @Test
    void a_file_is_whole_after_each_piece() throws Exception {
        Path file = data.resolve("growing.wav");
        try (GrowingWav wav = new GrowingWav(file, 16_000)) {
            for (int seconds = 0; seconds < 3; seconds++) {
                assertThat(Wav.read(Files.newInputStream(file)).duration()).isEqualTo(Duration.ofSeconds(seconds));
                wav.append(new short[32_000]);
            }
        }
    }

    @Test
    void nobody_else_may_hear_it() throws Exception {
        SoundRecords records = records();
        Ear ear = listen(records);
        talk(ear, 10);
        ear.close();
        records.stop();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(FILE)))).isEqualTo("rw-------");
    }

    @Test
    void a_name_that_leads_elsewhere_is_no_file() throws Exception {
        SoundRecords records = records();
        Ear ear = records.listen(new CallInfo("../c1", "acme"), FakeCompanies.recording("acme", 30)).orElseThrow();
        talk(ear, 10);
        ear.close();
        records.stop();

        try (Stream<Path> all = Files.walk(data)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private SoundRecords records() {
        return new SoundRecords(data, clock);
    }

    private static Ear listen(SoundRecords records) {
        Optional<Ear> ear = records.listen(CALL, FakeCompanies.recording("acme", 30));
        return ear.orElseThrow();
    }

    private static void talk(Ear ear, int frames) {
        for (int i = 0; i < frames; i++) {
            ear.heard(new AudioClip(16_000, frame(160, CALLER)));
            ear.played(frame(240, ASSISTANT));
        }
    }

    private static float[] frame(int samples, float level) {
        float[] frame = new float[samples];
        Arrays.fill(frame, level);
        return frame;
    }

    private short[][] sides() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(data.resolve(FILE))).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(List.of(file.getShort(22), file.getShort(34))).as("channels and bits").containsExactly((short) 2, (short) 16);
        short[][] sides = new short[2][(file.limit() - 44) / 4];
        for (int i = 0; i < sides[0].length; i++) {
            sides[0][i] = file.getShort(44 + 4 * i);
            sides[1][i] = file.getShort(46 + 4 * i);
        }
        return sides;
    }
}
