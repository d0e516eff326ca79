package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;
import switchboard.api.turn.TurnDetector;

/** Jars of every shape that strangers may drop in: callers never meet them, and somebody reads why and what to do. */
@Timeout(300)
class StrangePluginsTest {

    private static final String IMMEDIATE = PluginJars.component("immediate=\"true\"", "");

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 10_000)
    Models models;
    @InjectService(timeout = 10_000)
    QuarantinedModels quarantined;

    private PluginsFolder folder;
    private PluginJars jars;
    private final Map<Class<?>, String> before = new HashMap<>();

    @BeforeEach
    void everything_is_warm() throws Exception {
        folder = PluginsFolder.of(context, models);
        jars = new PluginJars(context.getBundle());
        folder.empty();
        new RunningModels(context, models).await();
        for (Class<?> kind : PluginJars.KINDS) {
            before.put(kind, Eventually.present(() -> folder.owner(kind)));
        }
    }

    @AfterEach
    void nobody_noticed() throws Exception {
        folder.empty();
        for (Class<?> kind : PluginJars.KINDS) {
            assertThat(folder.owner(kind)).as(kind.getSimpleName()).contains(before.get(kind));
        }
        assertThat(models.status()).allMatch(model -> model.state() == ModelStatus.State.WARM);
    }

    @ParameterizedTest
    @CsvSource({
        "constructor exits,             wanted to end the server's process",
        "constructor overflows,         StackOverflowError",
        "constructor misses a class,    com/example/Absent",
        "load exits,                    wanted to end the server's process",
        "load halts,                    wanted to end the server's process",
        "load overflows,                StackOverflowError",
        "load misses a class,           NoClassDefFoundError: com/example/Absent",
        "load gives null,               null instead of a TurnDetector"})
    void what_breaks_before_its_trial_says_how(String behaviour, String why) throws Exception {
        jars.write(folder.file("tried.jar"), "1.0.0", behaviour, PluginJars.THIS_API);

        assertQuarantined(why);
    }

    /** Of every kind one, all at once; they are tried in the order of their names. */
    @ParameterizedTest
    @CsvSource({
        "work throws,         the model is broken",
        "work overflows,      StackOverflowError",
        "work hangs,          within",
        "work gives nothing,  'gave,null,0.0 s,answered,answer within,NaN'"})
    void a_model_of_any_kind_that_does_not_do_its_work_fails_its_sample(String behaviour, String why) throws Exception {
        jars.writeOneOfEachKind(folder, behaviour);
        for (Class<?> kind : PluginJars.KINDS) {
            assertThat(folder.reason(PluginJars.file(kind))).containsAnyOf(why.split(",")).contains("golden sample", "Do:   ");
        }
        folder.awaitNone();
    }

    @ParameterizedTest
    @CsvSource({
        "Import-Package,     com.example.absent,                                          com.example.absent",
        "Require-Capability, 'osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"',       Compile it for Java",
        "Export-Package,     'org.slf4j;version=\"9.9.9\"',                               'exports org.slf4j, as slf4j.api'",
        "Export-Package,     'switchboard.api.tts;version=\"1.9.9\"',                     brings contracts of its own",
        "Fragment-Host,      switchboard.model.loader,                                    a fragment of switchboard.model.loader",
        "Bundle-Activator,   com.example.Absent,                                          com.example.Absent"})
    void a_manifest_that_asks_for_too_much_is_refused(String header, String value, String why) throws Exception {
        Manifest manifest = PluginJars.manifest("1.0.0", "good", PluginJars.THIS_API);
        manifest.getMainAttributes().merge(new Attributes.Name(header), value, (one, other) -> one + "," + other);
        jars.write(folder.file("tried.jar"), manifest);

        assertQuarantined(why);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                    '<reference name=\"absent\" interface=\"com.example.Absent\"/>',        waits for absent",
        "'configuration-policy=\"require\" configuration-pid=\"example\"',  '',                         waits for a configuration of example",
        "'enabled=\"false\"',   '',                                                                     is disabled",
        "'',                    '<service><provide interface=\"java.lang.Runnable\"/></service>',       it is not immediate",
        "'',                    '<nonsense',                                                            knows no component"})
    void a_component_that_never_begins_says_what_it_waits_for(String attributes, String elements, String why) throws Exception {
        String immediate = elements.contains("Runnable") ? "immediate=\"false\"" : "immediate=\"true\"";
        jars.write(folder.file("tried.jar"), PluginJars.manifest("1.0.0", "good", PluginJars.THIS_API),
                PluginJars.component(immediate + " " + attributes, elements), UnaryOperator.identity());

        assertQuarantined(why);
    }

    @Test
    void code_for_a_newer_java_that_does_not_say_so_is_named() throws Exception {
        jars.write(folder.file("tried.jar"), PluginJars.manifest("1.0.0", "good", PluginJars.THIS_API), IMMEDIATE, compiled -> {
            compiled[7] = 99; // the major version, JVMS 4.1
            return compiled;
        });

        assertQuarantined("UnsupportedClassVersionError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"load throws", "work gives nothing"})
    void one_that_calls_itself_like_a_running_model_leaves_that_one_alone(String behaviour) throws Exception {
        String[] running = before.get(TurnDetector.class).split("@");
        Manifest manifest = PluginJars.manifest(TurnDetector.class, behaviour);
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", running[0]);
        manifest.getMainAttributes().putValue("Bundle-Version", running[1]);
        jars.write(folder.file("tried.jar"), manifest);

        assertThat(folder.reason("tried.jar")).contains(before.get(TurnDetector.class));
    }

    @Test
    void one_that_is_removed_while_it_loads_is_given_up() throws Exception {
        Path jar = folder.file("tried.jar");
        jars.write(jar, "1.0.0", "load hangs", PluginJars.THIS_API);
        Eventually.present(() -> folder.bundles().stream().findFirst());

        Files.delete(jar);

        folder.awaitNone();
        assertThat(folder.file("quarantine/tried.jar")).doesNotExist();
    }

    @Test
    void one_that_hangs_when_it_is_stopped_keeps_no_other_from_its_turn() throws Exception {
        Path jar = folder.file("tried.jar");
        jars.write(jar, "1.0.0", "stop hangs", PluginJars.THIS_API);
        folder.awaitOwner(TurnDetector.class, PluginJars.NAME + "@1.0.0");

        Files.delete(jar);
        jars.write(folder.file("other.jar"), "2.0.0", "good", PluginJars.THIS_API);

        folder.awaitOwner(TurnDetector.class, PluginJars.NAME + "@2.0.0");
        Eventually.present(() -> folder.bundles().size() == 1 ? Optional.of(true) : Optional.empty());
    }

    private void assertQuarantined(String why) throws Exception {
        assertThat(folder.reason("tried.jar")).contains(why, "Do:   ");
        folder.awaitNone();
        assertThat(quarantined.quarantined()).singleElement().satisfies(model -> assertThat(model.reason()).contains(why));
    }
}
