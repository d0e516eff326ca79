package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import switchboard.api.model.Lease;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.model.ModelTrials.Candidate;
import switchboard.api.model.ModelTrials.Trial;

@Timeout(20)
class ModelHomeTest {

    private final FakeFramework framework = new FakeFramework();
    private final ModelHome home = new ModelHome(framework.bundle("switchboard.model.loader", "1.0.0"));

    @AfterEach
    void stop() {
        home.stop();
    }

    @Test
    void the_newest_model_is_leased_then_the_newest_bundle_then_the_last_to_come() {
        load(framework.bundle("a", "9.0.0"), "1.9");
        load(framework.bundle("b", "1.0.0"), "1.10");
        assertThat(leased()).contains("b@1.0.0");

        load(framework.bundle("c", "2.0.0"), "1.10");
        load(framework.bundle("d", "1.5.0"), "1.10");
        assertThat(leased()).contains("c@2.0.0");

        load(framework.bundle("e", "2.0.0"), "1.10");
        assertThat(leased()).contains("e@2.0.0");
    }

    @Test
    void who_has_left_work_undone_is_not_asked_again_for_it() {
        load(framework.bundle("a", "1.0.0"), "1.0");
        load(framework.bundle("b", "1.0.0"), "2.0");
        load(framework.bundle("c", "1.0.0"), "3.0");

        assertThat(another()).contains("c@1.0.0");
        assertThat(another("c@1.0.0")).contains("b@1.0.0");
        assertThat(another("c@1.0.0", "a@1.0.0")).contains("b@1.0.0");
        assertThat(another("a@1.0.0", "b@1.0.0", "c@1.0.0")).isEmpty();
    }

    private Optional<String> another(String... except) {
        return home.leaseAnother(String.class, "", "call", Set.of(except)).map(lease -> {
            lease.close();
            return lease.owner();
        });
    }

    @Test
    void a_model_on_demand_loads_when_somebody_asks_for_it_by_name() throws Exception {
        load(framework.bundle("a", "1.0.0"), "1.0");
        CountDownLatch loads = new CountDownLatch(1);
        LoadedModel large = onDemand("large", loads);

        for (String nobodyNeedsIt : List.of("", "(!(model=fake))", "(version=*)")) {
            home.lease(String.class, nobodyNeedsIt).ifPresent(Lease::close);
        }
        assertThat(home.lease(Integer.class, "(model=large)")).isEmpty();
        assertThat(home.status()).hasSize(1);
        assertThat(loads.getCount()).isEqualTo(1);

        home.lease(String.class, "(&(language=en)(model=large))").ifPresent(Lease::close); // a small one may be there at once
        loads.await();
        assertThat(home.status()).extracting(ModelStatus::label).contains("large");
        large.close();
        assertThat(home.status()).hasSize(1);
    }

    @Test
    void a_model_that_names_no_language_works_in_every_language() throws Exception {
        var any = ModelHome.properties(new ModelDescription<>(String.class, "any", "any", "1", Set.of(), 0));
        var english = ModelHome.properties(new ModelDescription<>(String.class, "english", "english", "1", Set.of("en-GB"), 0));

        assertThat(FrameworkUtil.createFilter(Models.inLanguage("de")).match(any)).isTrue();
        assertThat(FrameworkUtil.createFilter(Models.inLanguage("de")).match(english)).isFalse();
        assertThat(FrameworkUtil.createFilter(Models.inLanguage("en")).match(english)).isTrue();
    }

    @Test
    void a_model_on_demand_that_was_closed_stays_asleep() {
        CountDownLatch loads = new CountDownLatch(1);
        onDemand("large", loads).close();
        assertThat(home.lease(String.class, "(model=large)")).isEmpty();
        assertThat(home.status()).isEmpty();
        assertThat(loads.getCount()).isEqualTo(1);
    }

    private LoadedModel onDemand(String name, CountDownLatch loads) {
        var description = new ModelDescription<>(String.class, name, name, "1", Set.of("en"), 0);
        return home.loadOnDemand(framework.bundle("on.demand", "1.0.0"), description, () -> {
            loads.countDown();
            return name;
        });
    }

    @Test
    void a_model_that_keeps_failing_makes_way_for_another_and_serves_when_it_is_alone() {
        LoadedModel old = load(framework.bundle("old", "1.0.0"), "1.0");
        load(framework.bundle("new", "1.0.0"), "2.0");
        for (int i = 0; i < 5; i++) {
            try (Lease<String> lease = home.lease(String.class, "").orElseThrow()) {
                lease.failed(new IllegalStateException("no sound"));
            }
        }

        assertThat(leased()).contains("old@1.0.0");
        assertThat(home.status()).filteredOn(model -> model.owner().equals("new@1.0.0")).singleElement()
                .satisfies(model -> assertThat(model.detail()).contains("5 of its last 5", "no sound"));
        old.close();
        assertThat(leased()).contains("new@1.0.0");
    }

    @Test
    void a_bundle_on_trial_is_unknown_to_callers_until_it_is_approved() {
        load(framework.bundle("old", "1.0.0"), "1.0");
        BundleContext tried = framework.bundle("new", "1.0.0");
        Trial trial = home.onTrial(tried.getBundle());
        load(tried, "2.0", trial);

        assertThat(leased()).contains("old@1.0.0");
        assertThat(home.status()).extracting(ModelStatus::owner).containsExactly("old@1.0.0");
        assertThat(framework.published).containsExactly("fake-1.0");
        List<Candidate<?>> candidates = trial.candidates();
        assertThat(candidates).singleElement().satisfies(candidate -> assertThat(candidate.lease().model()).isEqualTo("2.0"));
        candidates.forEach(Candidate::close);

        trial.approve();

        assertThat(leased()).contains("new@1.0.0");
        assertThat(framework.published).containsExactly("fake-1.0", "fake-2.0");
        assertThat(trial.candidates()).isEmpty();
    }

    @Test
    void an_approved_bundle_may_restart_a_rejected_one_never_serves() {
        BundleContext good = framework.bundle("good", "1.0.0");
        home.onTrial(good.getBundle()).approve();
        load(good, "1.0");
        assertThat(leased()).contains("good@1.0.0");

        BundleContext bad = framework.bundle("bad", "1.0.0");
        Trial trial = home.onTrial(bad.getBundle());
        trial.reject();
        load(bad, "9.0", trial);

        assertThat(leased()).contains("good@1.0.0");
        assertThatIllegalStateException().isThrownBy(trial::approve).withMessageContaining("REJECTED");
    }

    @Test
    void a_bundle_has_one_trial_and_before_its_first_model() {
        BundleContext tried = framework.bundle("tried", "1.0.0");
        home.onTrial(tried.getBundle());
        assertThatIllegalStateException().isThrownBy(() -> home.onTrial(tried.getBundle()));

        BundleContext running = framework.bundle("running", "1.0.0");
        load(running, "1.0");
        assertThatIllegalStateException().isThrownBy(() -> home.onTrial(running.getBundle())).withMessageContaining("has a model already");
    }

    private LoadedModel load(BundleContext owner, String version) {
        int before = framework.published.size();
        LoadedModel model = home.load(owner, description(version), () -> version);
        while (framework.published.size() == before) {
            Thread.onSpinWait();
        }
        return model;
    }

    private void load(BundleContext owner, String version, Trial trial) {
        home.load(owner, description(version), () -> version);
        while (trial.status().stream().noneMatch(status -> status.state() == ModelStatus.State.WARM)) {
            Thread.onSpinWait();
        }
    }

    private static ModelDescription<String> description(String version) {
        return new ModelDescription<>(String.class, "Fake", "fake-" + version, version, Set.of(), 0);
    }

    private Optional<String> leased() {
        return home.lease(String.class, "").map(lease -> {
            lease.close();
            return lease.owner();
        });
    }
}
