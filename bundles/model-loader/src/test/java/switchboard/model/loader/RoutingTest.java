package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;
import switchboard.api.model.Lease;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelRouting.Part;
import switchboard.api.model.ModelRouting.Route;

/** Two versions of one model and another model, side by side. */
@Timeout(20)
class RoutingTest {

    private static final String KIND = "String";

    private final FakeFramework framework = new FakeFramework();
    private final ModelHome home = new ModelHome(framework.bundle("switchboard.model.loader", "1.0.0"));
    private LoadedModel old;

    @BeforeEach
    void start() {
        old = load("kokoro", "1.9");
        load("kokoro", "1.10");
        load("piper", "3.0", -1);
    }

    @AfterEach
    void stop() {
        home.stop();
    }

    @ParameterizedTest
    @CsvSource({"(&(model=kokoro)(version>=1.1)), kokoro-1.10@1.10.0", "(&(model=kokoro)(version<=1.9)), kokoro-1.9@1.9.0",
            "(version=1.9.0), kokoro-1.9@1.9.0", "(&(version>=1.10)(!(version>=2))), kokoro-1.10@1.10.0", "(version>=2), piper-3.0@3.0.0"})
    void a_company_chooses_a_version_and_versions_compare_as_versions(String filter, String owner) {
        assertThat(leased(filter, "call")).contains(owner);
    }

    @Test
    void a_swap_is_in_force_at_once_and_a_rollback_takes_it_back() {
        Route swapped = home.swap("kokoro@1.9");

        assertThat(swapped.part()).isEqualTo(Part.PREFERRED);
        assertThat(leased("", "call")).contains("kokoro-1.9@1.9.0");
        home.swap("piper");
        assertThat(leased("", "call")).contains("piper-3.0@3.0.0");
        assertThat(home.rollback(KIND).owner()).isEqualTo("kokoro-1.9@1.9.0");
        assertThat(home.rollback(KIND).owner()).isEqualTo("kokoro-1.10@1.10.0");
    }

    @Test
    void a_version_that_took_over_by_itself_is_rolled_back_to_the_one_before() {
        assertThat(home.rollback(KIND).owner()).isEqualTo("kokoro-1.9@1.9.0");
        assertThat(leased("", "")).contains("kokoro-1.9@1.9.0");
    }

    @Test
    void without_an_older_version_there_is_nothing_to_roll_back_to() {
        old.close();
        assertThatIllegalStateException().isThrownBy(() -> home.rollback(KIND)).withMessageContaining("no other version of kokoro");
        assertThatIllegalStateException().isThrownBy(() -> home.rollback("Nothing")).withMessageContaining("kinds: String");
    }

    @Test
    void a_company_s_choice_comes_before_the_operator_s() {
        home.swap("piper");
        assertThat(leased("(model=kokoro)", "call")).contains("kokoro-1.10@1.10.0");
    }

    @Test
    void what_is_preferred_makes_way_while_it_fails_or_is_gone() {
        home.swap("kokoro@1.9");
        for (int i = 0; i < 5; i++) {
            try (Lease<String> lease = home.lease(String.class, "(version=1.9)").orElseThrow()) {
                lease.failed(new IllegalStateException("no sound"));
            }
        }
        assertThat(leased("", "call")).contains("kokoro-1.10@1.10.0");

        home.swap("piper");
        home.swap("kokoro@1.9");
        old.close();
        assertThat(leased("", "call")).contains("kokoro-1.10@1.10.0");
    }

    @Test
    void a_canary_serves_its_part_of_the_new_calls_each_from_its_first_lease_to_its_last() {
        home.canary("kokoro@1.9", 20);

        long first = IntStream.range(0, 2000).filter(this::isTheCanarys).count();

        assertThat(first).isBetween(330L, 470L);
        assertThat(IntStream.range(0, 2000).filter(call -> isTheCanarys(call) != isTheCanarys(call)).count()).isZero();
        assertThat(leased("", "")).as("without a call").contains("kokoro-1.10@1.10.0");
    }

    @Test
    void a_growing_canary_keeps_its_calls_and_leaves_the_others_theirs() {
        home.canary("kokoro@1.9", 20);
        boolean[] before = new boolean[500];
        IntStream.range(0, 500).forEach(call -> before[call] = isTheCanarys(call));

        home.canary("kokoro@1.9", 100);

        assertThat(IntStream.range(0, 500)).allMatch(call -> isTheCanarys(call) == before[call]);
        assertThat(IntStream.range(500, 600)).allMatch(this::isTheCanarys);
    }

    @Test
    void calls_that_are_open_are_no_canary_s() {
        assertThat(leased("", "open")).contains("kokoro-1.10@1.10.0");
        home.canary("kokoro@1.9", 100);
        assertThat(leased("", "open")).contains("kokoro-1.10@1.10.0");
        assertThat(leased("", "new")).contains("kokoro-1.9@1.9.0");
    }

    @Test
    void a_canary_ends_by_nothing_by_rollback_and_by_promotion() {
        home.canary("kokoro@1.9", 100);
        home.canary("kokoro@1.9", 0);
        assertThat(leased("", "one")).contains("kokoro-1.10@1.10.0");

        home.canary("kokoro@1.9", 100);
        assertThat(leased("", "two")).contains("kokoro-1.9@1.9.0");
        home.rollback(KIND);
        assertThat(leased("", "two")).contains("kokoro-1.10@1.10.0");

        home.canary("kokoro@1.9", 1);
        home.swap("kokoro@1.9");
        assertThat(home.routes()).extracting(Route::part).containsExactly(Part.PREFERRED, Part.RESERVE, Part.RESERVE);
    }

    @Test
    void routes_are_listed_as_a_call_would_try_them() {
        home.canary("kokoro@1.10", 25);

        assertThat(home.routes()).extracting(Route::owner).containsExactly("kokoro-1.9@1.9.0", "piper-3.0@3.0.0", "kokoro-1.10@1.10.0");
        assertThat(home.routes().get(0).part()).isEqualTo(Part.PREFERRED);
        assertThat(home.routes().get(2)).satisfies(route -> {
            assertThat(route.part()).isEqualTo(Part.CANARY);
            assertThat(route.percent()).isEqualTo(25);
            assertThat(route.version()).isEqualTo(new Version("1.10.0"));
        });
    }

    @ParameterizedTest
    @CsvSource({"kokoro, 'may be any of: kokoro-1.10@1.10.0, kokoro-1.9@1.9.0'", "nobody, 'warm are: kokoro-1.10@1.10.0'"})
    void a_name_that_does_not_mean_one_model_is_refused_with_what_it_may_be(String name, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> home.swap(name)).withMessageContaining(message);
    }

    @Test
    void a_part_that_is_none_and_a_kind_that_cannot_be_compared_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> home.canary("piper", 101)).withMessageContaining("got 101");
        assertThatIllegalArgumentException().isThrownBy(() -> home.shadow("piper")).withMessageContaining("only a TurnDetector can");
    }

    private boolean isTheCanarys(int call) {
        return leased("", "call-" + call).orElseThrow().equals("kokoro-1.9@1.9.0");
    }

    private LoadedModel load(String model, String version) {
        return load(model, version, 0);
    }

    private LoadedModel load(String model, String version, int ranking) {
        int before = framework.published.size();
        LoadedModel loaded = home.load(framework.bundle(model + "-" + version, version + ".0"),
                new ModelDescription<>(String.class, model, model, version, Set.of(), ranking), () -> model + version);
        while (framework.published.size() == before) {
            Thread.onSpinWait();
        }
        return loaded;
    }

    private Optional<String> leased(String filter, String call) {
        return home.lease(String.class, filter, call).map(lease -> {
            lease.close();
            return lease.owner();
        });
    }
}
