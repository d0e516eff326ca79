package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import switchboard.plugins.Plugin.State;

/** Which of the files in the folder are tried at all. */
class PluginFilesTest extends WatchedPlugins {

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

    private void list(String... lines) throws IOException {
        JarFiles.touch(Files.write(folder.resolve("sha256sums"), List.of(lines)));
    }

    /** As often as it takes for a copy to have ended. */
    private void copy() throws IOException, InterruptedException {
        for (int i = 0; i < Plugins.COPYING + 3; i++) {
            plugins.look();
        }
    }
}
