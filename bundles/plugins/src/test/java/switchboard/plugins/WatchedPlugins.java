package switchboard.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A plugins folder, and whoever decides what becomes of its files; no framework. */
abstract class WatchedPlugins {

    @TempDir
    Path folder;
    final FakeAdmission admission = new FakeAdmission();
    Plugins plugins;

    @BeforeEach
    void begin() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
        plugins = new Plugins(folder, Verification.named("", folder, folder.resolve("trusted.pem")), new Quarantine(folder, clock), admission);
    }

    List<Tuple> states() {
        return plugins.list().stream().map(plugin -> Tuple.tuple(plugin.bundle(), plugin.state())).toList();
    }

    Path drop(String file, String name, String version) throws IOException {
        return JarFiles.model(folder.resolve(file), name, version, "content");
    }

    /** As often as it takes for a change to count. */
    void look() throws IOException, InterruptedException {
        plugins.look();
        plugins.look();
    }
}
