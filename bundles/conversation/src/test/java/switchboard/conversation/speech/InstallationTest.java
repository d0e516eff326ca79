package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

class InstallationTest {

    @TempDir
    Path folder;

    @Test
    void it_stays_what_it_was_in_whatever_order_bundles_come() throws IOException {
        Bundle voice = byReference("voice", "kokoro");
        Bundle plugin = bundle("plugin", "plugin:a.jar:0a1b");
        assertThat(Installation.identity(voice, plugin)).isEqualTo(Installation.identity(plugin, voice));
    }

    @Test
    void a_file_that_was_replaced_changes_it() throws IOException {
        Bundle voice = byReference("voice", "kokoro");
        String before = Installation.identity(voice);
        Files.writeString(folder.resolve("voice"), "another");
        assertThat(Installation.identity(voice)).isNotEqualTo(before);
    }

    @Test
    void a_plugin_that_comes_or_changes_changes_it() throws IOException {
        Bundle voice = byReference("voice", "kokoro");
        String before = Installation.identity(voice);
        String with = Installation.identity(voice, bundle("plugin", "plugin:a.jar:0a1b"));
        assertThat(with).isNotEqualTo(before).isNotEqualTo(Installation.identity(voice, bundle("plugin", "plugin:a.jar:2c3d")));
    }

    private Bundle byReference(String name, String content) throws IOException {
        return bundle(name, "reference:" + Files.writeString(folder.resolve(name), content).toUri());
    }

    private static Bundle bundle(String name, String location) {
        return (Bundle) Proxy.newProxyInstance(Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (proxy, method, arguments) -> switch (method.getName()) {
            case "getSymbolicName" -> name;
            case "getLocation" -> location;
            case "getVersion" -> Version.emptyVersion;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }
}
