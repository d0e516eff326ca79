package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.Conversations;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;
import switchboard.test.framework.plugin.BreakingModel;

/** Models of all kinds are dropped in and take over; then all of them break, while somebody talks, who is answered all the same. */
@Timeout(300)
class BreakingModelsTest {

    /** Five failures are too many; each turn has at least one of each kind, but who rests for twenty seconds is not asked. */
    private static final int MOST_TURNS = 12;

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    Conversations conversations;
    @InjectService(timeout = 10_000)
    Companies companies;
    @InjectService(timeout = 10_000)
    Knowledge knowledge;
    @InjectService(timeout = 10_000)
    Models models;
    @InjectService(timeout = 10_000)
    QuarantinedModels quarantined;

    private PluginsFolder folder;
    private Company company;
    private AudioClip question;
    private final Map<Class<?>, String> before = new HashMap<>();

    @BeforeEach
    void begin() throws Exception {
        folder = PluginsFolder.of(context, models);
        folder.empty();
        company = Restaurant.await(companies, knowledge);
        RunningModels running = new RunningModels(context, models);
        running.await();
        question = running.spoken("Do you have anything for vegans?");
        for (Class<?> kind : PluginJars.KINDS) {
            before.put(kind, Eventually.present(() -> folder.owner(kind)));
        }
    }

    @AfterEach
    void mend() throws Exception {
        System.clearProperty(BreakingModel.BROKEN);
        folder.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "throws,          the model is broken",
        "gives nonsense,  'expected,gave null,no generation'"})
    void who_fails_again_and_again_goes_to_quarantine(String way, String why) throws Exception {
        install(way);
        try (HeadlessCaller caller = new HeadlessCaller(conversations, way, company)) {
            breakBeside(caller);
            for (int turn = 0; turn < MOST_TURNS && !quarantinedFiles().containsAll(files(PluginJars.KINDS)); turn++) {
                assertAnswered(caller);
            }
        }

        assertThat(quarantinedFiles()).containsAll(files(PluginJars.KINDS));
        assertThat(quarantined.quarantined()).allSatisfy(model -> assertThat(model.reason()).contains("of its last").containsAnyOf(why.split(",")));
        assertOthersServe(PluginJars.KINDS);
    }

    @Test
    void who_hangs_is_not_asked_again_until_it_returns() throws Exception {
        install("hangs");
        try (HeadlessCaller caller = new HeadlessCaller(conversations, "hangs", company)) {
            breakBeside(caller);
            assertAnswered(caller);
            Map<String, String> hanging = openLeases();
            assertThat(hanging).hasSameSizeAs(PluginJars.KINDS).doesNotContainValue("0.0");

            assertAnswered(caller);

            Eventually.present(() -> Optional.of(openLeases()).filter(hanging::equals));
            System.clearProperty(BreakingModel.BROKEN);
            assertAnswered(caller);
        }
        Eventually.present(() -> Optional.of(openLeases()).filter(open -> open.values().stream().allMatch("0.0"::equals)));
    }

    @Test
    void who_goes_in_the_middle_of_its_work_does_it_first() throws Exception {
        install("goes");
        try (HeadlessCaller caller = new HeadlessCaller(conversations, "goes", company)) {
            breakBeside(caller);
            assertAnswered(caller);
        }

        assertOthersServe(PluginJars.KINDS);
    }

    private void install(String way) throws Exception {
        new PluginJars(context.getBundle()).writeOneOfEachKind(folder, BreakingModel.BREAKS + way);
        for (Class<?> kind : PluginJars.KINDS) {
            Eventually.present(() -> folder.owner(kind).filter(owner -> owner.startsWith(PluginJars.NAME)));
        }
    }

    /** The call begins while all is well. */
    private static void breakBeside(HeadlessCaller caller) throws Exception {
        caller.listen();
        System.setProperty(BreakingModel.BROKEN, "true");
    }

    private void assertAnswered(HeadlessCaller caller) throws Exception {
        assertThat(caller.ask(question)).contains("vegan");
    }

    private void assertOthersServe(List<Class<?>> kinds) throws Exception {
        for (Class<?> kind : kinds) {
            Eventually.present(() -> folder.owner(kind).filter(before.get(kind)::equals));
        }
    }

    private List<String> quarantinedFiles() {
        return quarantined.quarantined().stream().map(QuarantinedModels.Quarantined::file).toList();
    }

    private static List<String> files(List<Class<?>> kinds) {
        return kinds.stream().map(PluginJars::file).toList();
    }

    /** How often each of the plugins is being used just now, as the server's metrics tell. */
    private Map<String, String> openLeases() {
        return new Line(context).ask("GET", "/metrics", "").body().lines()
                .filter(line -> line.startsWith("switchboard_model_leases_open{") && line.contains(PluginJars.NAME))
                .map(line -> line.split("} ")).collect(Collectors.toMap(part -> part[0], part -> part[1].strip()));
    }
}
