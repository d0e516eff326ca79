package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.tts.TextToSpeech;
import switchboard.api.turn.TurnDetector;

/** A jar is dropped into the plugins folder of a running server. */
@Timeout(300)
class PluginsTest {

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    TurnDetector turns;
    @InjectService(timeout = 60_000)
    TextToSpeech voice;
    @InjectService(timeout = 10_000)
    Models models;

    private PluginsFolder folder;
    private PluginJars jars;

    @BeforeEach
    void begin() throws Exception {
        folder = PluginsFolder.of(context, models);
        jars = new PluginJars(context.getBundle());
        folder.empty();
        new RunningModels(context, models).await();
    }

    @AfterEach
    void empty() throws Exception {
        folder.empty();
    }

    @Test
    void a_good_new_version_speaks_its_sample_and_takes_over_until_it_is_removed() throws Exception {
        Bundle old = new RunningModels(context, models).bundle("switchboard.tts.kokoro");
        Path jar = Files.write(folder.file("kokoro.jar"), NewVersion.jar(old, "9.9.9"));

        folder.awaitOwner(TextToSpeech.class, "switchboard.tts.kokoro@9.9.9");
        Files.delete(jar);
        folder.awaitOwner(TextToSpeech.class, "switchboard.tts.kokoro@" + old.getVersion());
        folder.awaitNone();
    }

    @Test
    void an_update_in_place_takes_over_and_the_old_one_goes() throws Exception {
        Path jar = folder.file("tried.jar");
        jars.write(jar, "1.0.0", "good", PluginJars.THIS_API);
        folder.awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");

        jars.write(jar, "1.1.0", "good", PluginJars.THIS_API);

        folder.awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.1.0");
        Eventually.present(() -> folder.bundles().size() == 1 ? Optional.of(true) : Optional.empty());
    }

    @Test
    void a_rebuild_of_the_same_version_takes_over_too() throws Exception {
        Path jar = folder.file("tried.jar");
        jars.write(jar, "1.0.0", "good", PluginJars.THIS_API);
        folder.awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");
        long first = folder.bundles().get(0).getBundleId();

        jars.write(jar, "1.0.0", "just as good", PluginJars.THIS_API);

        awaitReplaced(first);
        assertThat(folder.owner(TurnDetector.class)).contains(PluginJars.NAME + "@1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "load throws,        the weights are damaged",
        "constructor throws, the constructor is broken",
        "constructor hangs,  did not start within",
        "load hangs,         were not warm within",
        "noise,              words understood"})
    void a_bad_one_goes_to_quarantine_and_callers_never_meet_it(String behaviour, String why) throws Exception {
        Optional<String> before = folder.owner(TurnDetector.class);
        jars.write(folder.file("tried.jar"), "1.0.0", behaviour, PluginJars.THIS_API);

        assertThat(folder.reason("tried.jar")).contains(PluginJars.NAME + "@1.0.0", why, "Do:");
        assertThat(folder.owner(TurnDetector.class)).isEqualTo(before);
        assertThat(models.status()).allMatch(model -> model.state() == ModelStatus.State.WARM);
        folder.awaitNone();
    }

    @Test
    void one_for_another_version_of_the_api_goes_to_quarantine() throws Exception {
        jars.write(folder.file("tried.jar"), "1.0.0", "good", "[9.0,10)");

        assertThat(folder.reason("tried.jar")).contains("another version of the API", "9.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(memory.mb>=9000000)", "(cpu=no_such_feature)"})
    void one_for_another_machine_goes_to_quarantine_before_it_starts(String machine) throws Exception {
        Optional<String> before = folder.owner(TurnDetector.class);
        jars.writeFor(machine, folder.file("tried.jar"), "1.0.0", PluginJars.THIS_API);

        assertThat(folder.reason("tried.jar")).contains("needs a machine with " + machine, "memory.mb=");
        assertThat(folder.owner(TurnDetector.class)).isEqualTo(before);
        folder.awaitNone();
    }

    @Test
    void one_that_fits_the_machine_runs() throws Exception {
        jars.writeFor("(&(memory.mb>=1)(cores>=1))", folder.file("tried.jar"), "1.0.0", PluginJars.THIS_API);

        folder.awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");
    }

    @Test
    void with_a_list_of_checksums_a_jar_that_it_does_not_list_never_starts_and_runs_once_it_does() throws Exception {
        Path list = Files.writeString(folder.file("sha256sums"), "# nothing yet" + System.lineSeparator());
        Path jar = folder.file("tried.jar");
        jars.write(jar, "1.0.0", "good", PluginJars.THIS_API);
        Thread.sleep(2_500); // longer than it takes to take a jar over; that nothing happens has no event

        assertThat(folder.bundles()).isEmpty();
        assertThat(folder.owner(TurnDetector.class)).isNotEqualTo(Optional.of(PluginJars.NAME + "@1.0.0"));

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        Files.writeString(list, HexFormat.of().formatHex(digest) + "  tried.jar" + System.lineSeparator());
        folder.awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");
    }

    @Test
    void a_bad_update_leaves_the_old_one_in_service() throws Exception {
        Path jar = folder.file("tried.jar");
        jars.write(jar, "1.0.0", "good", PluginJars.THIS_API);
        folder.awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");

        jars.write(jar, "1.1.0", "load throws", PluginJars.THIS_API);
        folder.reason("tried.jar");

        assertThat(folder.owner(TurnDetector.class)).contains(PluginJars.NAME + "@1.0.0");
        long orphan = folder.bundles().get(0).getBundleId();
        jars.write(jar, "1.0.0", "good again", PluginJars.THIS_API);
        awaitReplaced(orphan);
    }

    private void awaitReplaced(long bundle) throws InterruptedException {
        Eventually.present(() -> Optional.of(folder.bundles()).filter(all -> all.size() == 1 && all.get(0).getBundleId() != bundle));
    }
}
