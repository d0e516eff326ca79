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

    private static final String THIS_API = "[1.0,2)";

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    TurnDetector turns;
    @InjectService(timeout = 60_000)
    TextToSpeech voice;
    @InjectService(timeout = 10_000)
    Models models;

    private Path folder;
    private PluginJars jars;

    @BeforeEach
    void begin() throws Exception {
        folder = Files.createDirectories(Path.of(context.getProperty("switchboard.plugins")));
        jars = new PluginJars(context.getBundle());
        empty();
        new RunningModels(context, models).await();
    }

    @AfterEach
    void empty() throws Exception {
        for (Path part : List.of(folder, folder.resolve("quarantine"))) {
            if (Files.isDirectory(part)) {
                try (Stream<Path> files = Files.list(part).filter(Files::isRegularFile)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        Eventually.present(() -> plugins().isEmpty() ? Optional.of(true) : Optional.empty());
    }

    @Test
    void a_good_new_version_speaks_its_sample_and_takes_over_until_it_is_removed() throws Exception {
        Bundle old = new RunningModels(context, models).bundle("switchboard.tts.kokoro");
        Path jar = Files.write(folder.resolve("kokoro.jar"), NewVersion.jar(old, "9.9.9"));

        awaitOwner(TextToSpeech.class, "switchboard.tts.kokoro@9.9.9");
        Files.delete(jar);
        awaitOwner(TextToSpeech.class, "switchboard.tts.kokoro@" + old.getVersion());
        Eventually.present(() -> plugins().isEmpty() ? Optional.of(true) : Optional.empty());
    }

    @Test
    void an_update_in_place_takes_over_and_the_old_one_goes() throws Exception {
        Path jar = folder.resolve("tried.jar");
        jars.write(jar, "1.0.0", "good", THIS_API);
        awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");

        jars.write(jar, "1.1.0", "good", THIS_API);

        awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.1.0");
        Eventually.present(() -> plugins().size() == 1 ? Optional.of(true) : Optional.empty());
    }

    @Test
    void a_rebuild_of_the_same_version_takes_over_too() throws Exception {
        Path jar = folder.resolve("tried.jar");
        jars.write(jar, "1.0.0", "good", THIS_API);
        awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");
        long first = plugins().get(0).getBundleId();

        jars.write(jar, "1.0.0", "just as good", THIS_API);

        awaitReplaced(first);
        assertThat(owner(TurnDetector.class)).contains(PluginJars.NAME + "@1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "load throws,        the weights are damaged",
        "constructor throws, the constructor is broken",
        "constructor hangs,  did not start within",
        "load hangs,         were not warm within",
        "noise,              words understood"})
    void a_bad_one_goes_to_quarantine_and_callers_never_meet_it(String behaviour, String why) throws Exception {
        Optional<String> before = owner(TurnDetector.class);
        jars.write(folder.resolve("tried.jar"), "1.0.0", behaviour, THIS_API);

        assertThat(reason()).contains(PluginJars.NAME + "@1.0.0", why, "Do:");
        assertThat(owner(TurnDetector.class)).isEqualTo(before);
        assertThat(models.status()).allMatch(model -> model.state() == ModelStatus.State.WARM);
        Eventually.present(() -> plugins().isEmpty() ? Optional.of(true) : Optional.empty());
    }

    @Test
    void one_for_another_version_of_the_api_goes_to_quarantine() throws Exception {
        jars.write(folder.resolve("tried.jar"), "1.0.0", "good", "[9.0,10)");

        assertThat(reason()).contains("another version of the API", "9.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(memory.mb>=9000000)", "(cpu=no_such_feature)"})
    void one_for_another_machine_goes_to_quarantine_before_it_starts(String machine) throws Exception {
        Optional<String> before = owner(TurnDetector.class);
        jars.writeFor(machine, folder.resolve("tried.jar"), "1.0.0", THIS_API);

        assertThat(reason()).contains("needs a machine with " + machine, "memory.mb=");
        assertThat(owner(TurnDetector.class)).isEqualTo(before);
        Eventually.present(() -> plugins().isEmpty() ? Optional.of(true) : Optional.empty());
    }

    @Test
    void one_that_fits_the_machine_runs() throws Exception {
        jars.writeFor("(&(memory.mb>=1)(cores>=1))", folder.resolve("tried.jar"), "1.0.0", THIS_API);

        awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");
    }

    @Test
    void with_a_list_of_checksums_a_jar_that_it_does_not_list_never_starts_and_runs_once_it_does() throws Exception {
        Path list = Files.writeString(folder.resolve("sha256sums"), "# nothing yet" + System.lineSeparator());
        Path jar = folder.resolve("tried.jar");
        jars.write(jar, "1.0.0", "good", THIS_API);
        Thread.sleep(2_500); // longer than it takes to take a jar over; that nothing happens has no event

        assertThat(plugins()).isEmpty();
        assertThat(owner(TurnDetector.class)).isNotEqualTo(Optional.of(PluginJars.NAME + "@1.0.0"));

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        Files.writeString(list, HexFormat.of().formatHex(digest) + "  tried.jar" + System.lineSeparator());
        awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");
    }

    @Test
    void a_bad_update_leaves_the_old_one_in_service() throws Exception {
        Path jar = folder.resolve("tried.jar");
        jars.write(jar, "1.0.0", "good", THIS_API);
        awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");

        jars.write(jar, "1.1.0", "load throws", THIS_API);
        reason();

        assertThat(owner(TurnDetector.class)).contains(PluginJars.NAME + "@1.0.0");
        long orphan = plugins().get(0).getBundleId();
        jars.write(jar, "1.0.0", "good again", THIS_API);
        awaitReplaced(orphan);
    }

    private String reason() throws Exception {
        Path file = folder.resolve("quarantine/tried.jar.reason.txt");
        Eventually.present(() -> Files.exists(folder.resolve("quarantine/tried.jar")) ? Optional.of(true) : Optional.empty());
        return Files.readString(file);
    }

    private void awaitReplaced(long bundle) throws InterruptedException {
        Eventually.present(() -> Optional.of(plugins()).filter(all -> all.size() == 1 && all.get(0).getBundleId() != bundle));
    }

    private <S> void awaitOwner(Class<S> kind, String owner) throws InterruptedException {
        Eventually.present(() -> owner(kind).filter(owner::equals));
    }

    private <S> Optional<String> owner(Class<S> kind) {
        return models.lease(kind, "").map(lease -> {
            try (Lease<S> open = lease) {
                return open.owner();
            }
        });
    }

    private List<Bundle> plugins() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getLocation().startsWith("plugin:")).toList();
    }
}
