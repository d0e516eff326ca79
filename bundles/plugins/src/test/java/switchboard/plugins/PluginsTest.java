package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import switchboard.plugins.Plugin.State;

/** The life of a plugin, from the folder into service and out of it. */
class PluginsTest extends WatchedPlugins {

    @Test
    void a_good_jar_runs() throws Exception {
        drop("voice.jar", "voice", "1.0.0");
        look();

        assertThat(plugins.list()).containsExactly(new Plugin("voice.jar", "voice@1.0.0", State.RUNNING, ""));
    }

    @Test
    void it_is_decided_when_every_file_has_settled_and_was_tried() throws Exception {
        assertThat(plugins.decided()).isFalse();
        plugins.look();
        assertThat(plugins.decided()).as("an empty folder").isTrue();

        drop("voice.jar", "voice", "1.0.0");
        plugins.look();
        assertThat(plugins.decided()).as("a file that may still be being copied").isFalse();
        plugins.look();
        assertThat(plugins.decided()).isTrue();
        assertThat(admission.events).containsExactly("admitted voice@1.0.0");
    }

    @Test
    void an_update_in_place_serves_before_the_old_one_goes() throws Exception {
        drop("voice.jar", "voice", "1.0.0");
        look();
        drop("voice.jar", "voice", "1.1.0");
        look();

        assertThat(admission.events).containsExactly("admitted voice@1.0.0", "admitted voice@1.1.0", "removed voice@1.0.0");
    }

    @Test
    void a_rebuild_with_the_same_version_replaces_too() throws Exception {
        JarFiles.model(folder.resolve("voice.jar"), "voice", "1.0.0", "one");
        look();
        JarFiles.model(folder.resolve("voice.jar"), "voice", "1.0.0", "two");
        look();

        assertThat(admission.events).containsExactly("admitted voice@1.0.0", "admitted voice@1.0.0", "removed voice@1.0.0");
    }

    @Test
    void a_jar_that_was_only_touched_is_left_alone() throws Exception {
        Path jar = drop("voice.jar", "voice", "1.0.0");
        look();
        JarFiles.touch(jar);
        look();

        assertThat(admission.events).containsExactly("admitted voice@1.0.0");
    }

    @Test
    void a_bad_update_goes_to_quarantine_and_the_old_one_goes_on() throws Exception {
        admission.rejected.add("voice@1.1.0");
        drop("voice.jar", "voice", "1.0.0");
        look();
        drop("voice.jar", "voice", "1.1.0");
        look();
        look();

        assertThat(admission.events).containsExactly("admitted voice@1.0.0", "rejected voice@1.1.0");
        assertThat(states()).containsExactly(Tuple.tuple("voice@1.0.0", State.RUNNING), Tuple.tuple("voice@1.1.0", State.QUARANTINED));
    }

    @Test
    void quarantine_says_what_why_and_what_to_do() throws Exception {
        admission.rejected.add("voice@1.0.0");
        drop("voice.jar", "voice", "1.0.0");
        look();

        assertThat(folder.resolve("voice.jar")).doesNotExist();
        assertThat(folder.resolve("quarantine/voice.jar")).exists();
        assertThat(folder.resolve("quarantine/voice.jar.reason.txt")).content().isEqualTo("""
                What: voice.jar (voice@1.0.0), quarantined 2026-03-01T10:00:00Z
                Why:  it makes noise
                Do:   Make it speak.
                Then put the jar back into the plugins folder.
                """);
        assertThat(plugins.list()).containsExactly(new Plugin("voice.jar", "voice@1.0.0", State.QUARANTINED, "it makes noise Make it speak."));
    }

    @Test
    void what_was_corrected_may_come_again() throws Exception {
        admission.rejected.add("voice@1.0.0");
        drop("voice.jar", "voice", "1.0.0");
        look();
        admission.rejected.clear();
        drop("voice.jar", "voice", "1.0.0");
        look();

        assertThat(states()).contains(Tuple.tuple("voice@1.0.0", State.RUNNING));
    }

    @Test
    void a_removed_jar_stops() throws Exception {
        Path jar = drop("voice.jar", "voice", "1.0.0");
        look();
        Files.delete(jar);
        look();

        assertThat(admission.events).containsExactly("admitted voice@1.0.0", "removed voice@1.0.0");
        assertThat(plugins.list()).isEmpty();
    }

    @Test
    void the_newer_of_two_files_runs_and_without_it_the_older_returns() throws Exception {
        Path newer = drop("voice-1.10.jar", "voice", "1.10.0");
        drop("voice-1.9.jar", "voice", "1.9.0");
        look();
        assertThat(states()).containsExactly(Tuple.tuple("voice@1.10.0", State.RUNNING), Tuple.tuple("voice@1.9.0", State.SUPERSEDED));

        Files.delete(newer);
        look();

        assertThat(admission.events).containsExactly("admitted voice@1.10.0", "removed voice@1.10.0", "admitted voice@1.9.0");
    }

    @Test
    void a_model_that_fails_while_another_could_serve_is_expelled() throws Exception {
        drop("voice.jar", "voice", "1.0.0");
        look();
        admission.failing.add("voice@1.0.0");
        look();

        assertThat(admission.events).containsExactly("admitted voice@1.0.0", "removed voice@1.0.0");
        assertThat(states()).containsExactly(Tuple.tuple("voice@1.0.0", State.QUARANTINED));
    }

    @Test
    void whatever_a_trial_throws_the_next_jar_has_its_turn() throws Exception {
        admission.broken.add("a@1.0.0");
        drop("a.jar", "a", "1.0.0");
        drop("b.jar", "b", "1.0.0");
        look();

        assertThat(states()).containsExactly(Tuple.tuple("b@1.0.0", State.RUNNING), Tuple.tuple("a@1.0.0", State.QUARANTINED));
    }

    @Test
    void a_jar_that_is_gone_when_its_trial_ends_leaves_nothing_behind() throws Exception {
        drop("a.jar", "a", "1.0.0");
        admission.rejected.add("a@1.0.0");
        admission.meanwhile = () -> Files.delete(folder.resolve("a.jar"));
        look();
        look();

        assertThat(plugins.list()).isEmpty();
        assertThat(folder.resolve("quarantine")).doesNotExist();
    }
}
