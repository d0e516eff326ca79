package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class InstallationTest {

    @TempDir
    Path folder;

    @Test
    void it_stays_what_it_was_in_whatever_order_bundles_come() throws IOException {
        Bundle voice = byReference("voice", "kokoro", 1);
        Bundle plugin = InstalledBundle.of("plugin", "plugin:a.jar:0a1b", 2, null);
        assertThat(identity(voice, plugin)).isEqualTo(identity(plugin, voice));
    }

    @Test
    void a_restart_does_not_change_it() throws IOException {
        String before = identity(byReference("voice", "kokoro", 1));
        Bundle installedAgain = InstalledBundle.of("voice", "reference:" + folder.resolve("voice").toUri(), 99, null);
        assertThat(identity(installedAgain)).isEqualTo(before);
    }

    @Test
    void a_file_that_was_replaced_changes_it() throws IOException {
        String before = identity(byReference("voice", "kokoro", 1));
        assertThat(identity(byReference("voice", "another", 1))).isNotEqualTo(before);
    }

    @Test
    void a_plugin_that_comes_or_changes_changes_it() throws IOException {
        Bundle voice = byReference("voice", "kokoro", 1);
        String before = identity(voice);
        String with = identity(voice, InstalledBundle.of("plugin", "plugin:a.jar:0a1b", 2, null));
        assertThat(with).isNotEqualTo(before).isNotEqualTo(identity(voice, InstalledBundle.of("plugin", "plugin:a.jar:2c3d", 2, null)));
    }

    @Test
    void what_comes_while_the_server_runs_is_seen() throws IOException {
        Bundle voice = byReference("voice", "kokoro", 1);
        Bundle[][] installed = {{voice}};
        Installation installation = new Installation(() -> installed[0]);
        String before = installation.identity();
        installed[0] = new Bundle[] {voice, InstalledBundle.of("plugin", "plugin:a.jar:0a1b", 2, null)};
        assertThat(installation.identity()).isNotEqualTo(before);
        assertThat(installation.bundle("plugin@0.0.0")).isPresent();
        assertThat(installation.bundle("plugin@2.0.0")).isEmpty();
    }

    @Test
    void a_bundle_that_was_updated_in_place_changes_it_wherever_it_is_from() throws IOException {
        for (Bundle before : List.of(byReference("voice", "kokoro", 1), InstalledBundle.of("voice", "plugin:a.jar:0a1b", 1, null))) {
            Bundle[][] installed = {{before}};
            Installation installation = new Installation(() -> installed[0]);
            String identity = installation.identity();
            installed[0] = new Bundle[] {InstalledBundle.of("voice", before.getLocation(), 2, null)};
            assertThat(installation.identity()).isNotEqualTo(identity);
        }
    }

    @Test
    void a_place_that_says_nothing_of_its_content_is_as_new_as_the_bundle() {
        Bundle before = InstalledBundle.of("voice", "https://voices.example/voice.jar", 1, null);
        Bundle after = InstalledBundle.of("voice", "https://voices.example/voice.jar", 2, null);
        assertThat(identity(before)).isNotEqualTo(identity(after));
    }

    private static String identity(Bundle... bundles) {
        return new Installation(() -> bundles).identity();
    }

    private Bundle byReference(String name, String content, long modified) throws IOException {
        return InstalledBundle.of(name, "reference:" + Files.writeString(folder.resolve(name), content).toUri(), modified, null);
    }
}
