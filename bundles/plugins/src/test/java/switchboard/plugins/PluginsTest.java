package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.plugins.Plugin.State;

class PluginsTest {

    @TempDir
    Path folder;
    private final FakeAdmission admission = new FakeAdmission();
    private Plugins plugins;

    @BeforeEach
    void begin() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
        plugins = new Plugins(folder, Verification.named("", folder, folder.resolve("trusted.pem")), new Quarantine(folder, clock), admission);
    }

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
    void with_a_list_of_checksums_only_what_it_lists_runs() throws Exception {
        Path good = drop("good.jar", "good", "1.0.0");
        drop("unknown.jar", "unknown", "1.0.0");
        drop("other.jar", "other", "1.0.0");
        list("# trusted", PluginJar.digest(good) + "  good.jar", "0".repeat(64) + " *./other.jar");
        look();

        assertThat(admission.events).containsExactly("admitted good@1.0.0");
        assertThat(plugins.list()).filteredOn(plugin -> plugin.file().equals("unknown.jar")).singleElement()
                .satisfies(plugin -> assertThat(plugin.reason()).contains("does not list it").contains("  unknown.jar"));
        assertThat(plugins.list()).filteredOn(plugin -> plugin.file().equals("other.jar")).singleElement()
                .satisfies(plugin -> assertThat(plugin.reason()).contains("demands digest 0000"));
        assertThat(folder.resolve("other.jar")).exists();
    }

    @Test
    void a_refused_jar_runs_once_the_list_was_corrected() throws Exception {
        Path jar = drop("voice.jar", "voice", "1.0.0");
        list();
        look();
        assertThat(states()).containsExactly(Tuple.tuple("voice@1.0.0", State.REFUSED));

        list(PluginJar.digest(jar) + "  voice.jar");
        look();

        assertThat(states()).containsExactly(Tuple.tuple("voice@1.0.0", State.RUNNING));
    }

    @Test
    void a_jar_that_is_copied_slowly_is_waited_for() throws Exception {
        byte[] whole = Files.readAllBytes(JarFiles.model(folder.resolve(".whole"), "voice", "1.0.0", "content"));
        JarFiles.touch(Files.write(folder.resolve("voice.jar"), Arrays.copyOf(whole, whole.length / 2)));
        look();
        assertThat(plugins.list()).singleElement().satisfies(plugin -> assertThat(plugin.reason()).contains("still being copied"));
        for (int i = 0; i < Plugins.COPYING / 2; i++) {
            plugins.look();
        }
        JarFiles.touch(Files.write(folder.resolve("voice.jar"), whole));
        look();

        assertThat(states()).containsExactly(Tuple.tuple("voice@1.0.0", State.RUNNING));
    }

    @Test
    void a_jar_that_stays_cut_short_goes_to_quarantine() throws Exception {
        JarFiles.touch(Files.write(folder.resolve("voice.jar"), new byte[] {'P', 'K', 3, 4}));
        copy();

        assertThat(folder.resolve("quarantine/voice.jar.reason.txt")).content().contains("cut short", "Copy the whole file again.");
    }

    @Test
    void what_is_no_file_is_refused_and_keeps_no_other_from_its_turn() throws Exception {
        Files.createDirectory(folder.resolve("a.jar"));
        Files.createSymbolicLink(folder.resolve("b.jar"), folder.resolve("b.jar"));
        Files.createSymbolicLink(folder.resolve("c.jar"), folder.resolve("none"));
        Files.createSymbolicLink(folder.resolve("d.jar"), JarFiles.model(folder.resolve(".whole"), "voice", "1.0.0", "content"));
        look();

        assertThat(plugins.list()).extracting(Plugin::file, Plugin::state).containsExactly(Tuple.tuple("a.jar", State.REFUSED),
                Tuple.tuple("b.jar", State.REFUSED), Tuple.tuple("c.jar", State.REFUSED), Tuple.tuple("d.jar", State.RUNNING));
        assertThat(plugins.list().get(0).reason()).contains("it is a folder");
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

    @Test
    void a_name_with_brackets_is_not_taken_for_a_bundle() throws Exception {
        admission.rejected.add("voice@1.0.0");
        drop("voice (1).jar", "voice", "1.0.0");
        look();

        assertThat(states()).containsExactly(Tuple.tuple("voice@1.0.0", State.QUARANTINED));
    }

    @Test
    void who_brings_the_contracts_along_never_reaches_the_framework() throws Exception {
        Manifest exports = JarFiles.modelManifest("exports", "1.0.0");
        exports.getMainAttributes().putValue("Export-Package", "x;y=\"switchboard.api.no\",switchboard.api.tts;version=\"1.9\"");
        JarFiles.write(folder.resolve("a.jar"), exports, "x");
        JarFiles.write(folder.resolve("b.jar"), JarFiles.modelManifest("embeds", "1.0.0"), "x", "switchboard/api/tts/TextToSpeech.class");
        Manifest fragment = JarFiles.modelManifest("fragment", "1.0.0");
        fragment.getMainAttributes().putValue("Fragment-Host", "switchboard.api");
        JarFiles.write(folder.resolve("c.jar"), fragment, "x");
        look();

        assertThat(admission.events).isEmpty();
        assertThat(folder.resolve("quarantine/a.jar.reason.txt")).content().contains("exports switchboard.api", "'provided'");
        assertThat(folder.resolve("quarantine/b.jar.reason.txt")).content().contains("contains switchboard/api/tts/TextToSpeech.class");
        assertThat(folder.resolve("quarantine/c.jar.reason.txt")).content().contains("fragment of switchboard.api");
    }

    @Test
    void a_manifest_that_cannot_be_read_is_the_jars_fault() throws Exception {
        JarFiles.raw(folder.resolve("a.jar"), "META-INF/MANIFEST.MF", "no manifest at all\n\n");
        look();

        assertThat(folder.resolve("quarantine/a.jar.reason.txt")).content().contains("its manifest cannot be read");
    }

    @Test
    void what_is_no_bundle_with_a_model_never_reaches_the_framework() throws Exception {
        JarFiles.touch(Files.writeString(folder.resolve("text.jar"), "this is no jar"));
        JarFiles.write(folder.resolve("plain.jar"), new Manifest(), "x");
        JarFiles.write(folder.resolve("tool.jar"), JarFiles.manifest("tool", "1.0.0"), "x");
        copy();

        assertThat(admission.events).isEmpty();
        assertThat(plugins.list()).extracting(Plugin::file, Plugin::state).containsExactly(Tuple.tuple("plain.jar", State.QUARANTINED),
                Tuple.tuple("text.jar", State.QUARANTINED), Tuple.tuple("tool.jar", State.QUARANTINED));
        assertThat(folder.resolve("quarantine/tool.jar.reason.txt")).content().contains("declares no model");
        assertThat(folder.resolve("quarantine/text.jar.reason.txt")).content().contains("not a jar");
    }

    private List<Tuple> states() {
        return plugins.list().stream().map(plugin -> Tuple.tuple(plugin.bundle(), plugin.state())).toList();
    }

    private Path drop(String file, String name, String version) throws IOException {
        return JarFiles.model(folder.resolve(file), name, version, "content");
    }

    private void list(String... lines) throws IOException {
        JarFiles.touch(Files.write(folder.resolve("sha256sums"), List.of(lines)));
    }

    /** As often as it takes for a copy to have ended. */
    private void copy() throws IOException, InterruptedException {
        for (int i = 0; i < Plugins.COPYING + 3; i++) {
            plugins.look();
        }
    }

    /** As often as it takes for a change to count. */
    private void look() throws IOException, InterruptedException {
        plugins.look();
        plugins.look();
    }
}
