package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.plugins.sample.Unfit;

/** A process that dies is one whose probation is simply made anew. */
class ProbationTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;
    private final FakeAdmission admission = new FakeAdmission();
    private PluginJar voice;
    private PluginJar ear;

    @BeforeEach
    void drop() throws Exception {
        voice = PluginJar.read(JarFiles.model(folder.resolve("voice.jar"), "voice", "1.0.0", "voice"));
        ear = PluginJar.read(JarFiles.model(folder.resolve("ear.jar"), "ear", "1.0.0", "ear"));
    }

    @Test
    void a_plugin_that_was_the_last_one_started_at_three_deaths_is_unfit() throws Exception {
        for (int life = 1; life <= 3; life++) {
            process(BEGIN).admit(voice);
        }

        Probation fourth = process(BEGIN);
        assertThatThrownBy(() -> fourth.admit(voice)).isInstanceOf(Unfit.class).hasMessageContaining("died 3 times");
        assertThat(admission.events).containsExactly("admitted voice@1.0.0", "admitted voice@1.0.0", "admitted voice@1.0.0");
    }

    @Test
    void the_plugin_started_before_it_is_not_blamed() throws Exception {
        for (int life = 1; life <= 3; life++) {
            Probation process = process(BEGIN);
            process.admit(ear);
            process.admit(voice);
        }

        process(BEGIN).admit(ear);
        assertThat(admission.events).last().isEqualTo("admitted ear@1.0.0");
    }

    @Test
    void a_server_that_stops_in_order_counts_for_nothing() throws Exception {
        for (int life = 1; life <= 5; life++) {
            Probation process = process(BEGIN);
            process.admit(voice);
            process.acquit();
        }

        assertThat(admission.events).hasSize(5);
        assertThat(folder.resolve(Probation.FILE)).doesNotExist();
    }

    @Test
    void who_has_served_long_enough_is_on_probation_no_more() throws Exception {
        process(BEGIN).admit(voice);
        process(BEGIN).admit(voice);
        PassingClock clock = new PassingClock();
        Probation process = new Probation(folder, admission, clock);
        process.admit(voice);
        process.look();
        assertThat(folder.resolve(Probation.FILE)).exists();

        clock.now = BEGIN.plus(Probation.LENGTH).plus(Duration.ofSeconds(1));
        process.look();
        assertThat(folder.resolve(Probation.FILE)).doesNotExist();
    }

    @Test
    void one_that_its_trial_rejects_is_not_counted() throws Exception {
        admission.rejected.add("voice@1.0.0");

        assertThatThrownBy(() -> process(BEGIN).admit(voice)).hasMessage("it makes noise");
        assertThat(folder.resolve(Probation.FILE)).doesNotExist();
    }

    @Test
    void after_quarantine_it_begins_anew() throws Exception {
        for (int life = 1; life <= 3; life++) {
            process(BEGIN).admit(voice);
        }
        assertThatThrownBy(() -> process(BEGIN).admit(voice)).isInstanceOf(Unfit.class);

        process(BEGIN).admit(voice);
        assertThat(admission.events).hasSize(4);
    }

    private Probation process(Instant now) throws IOException {
        return new Probation(folder, admission, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static final class PassingClock extends Clock {

        Instant now = BEGIN;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
