package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelRouting;
import switchboard.api.model.ModelRouting.Part;
import switchboard.api.model.Models;
import switchboard.api.turn.TurnDetector;

/** Two versions of Smart Turn, and the detector that judges by words, run side by side. */
@Timeout(300)
class RoutingTest {

    private static final String SMART = "switchboard.turn.smart";

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 60_000)
    TurnDetector turns;
    @InjectService(timeout = 10_000)
    Models models;
    @InjectService(timeout = 10_000)
    ModelRouting routing;

    private Bundle next;
    private int changes;

    @BeforeEach
    void another_version() throws Exception {
        Bundle old = new RunningModels(context, models).bundle(SMART);
        Eventually.present(() -> owner("(model=smart-turn)", ""));
        next = NewVersion.install(context, old, "9.9.9");
        next.start();
        Eventually.present(() -> owner("", "").filter((SMART + "@9.9.9")::equals));
    }

    @AfterEach
    void as_before() throws Exception {
        routing.endShadow("TurnDetector");
        for (; changes > 0; changes--) {
            routing.rollback("TurnDetector"); // routes outlive the test
        }
        next.uninstall();
    }

    @Test
    void the_new_one_is_preferred_rolled_back_and_a_canary_for_the_calls_that_come() {
        changes = 2;
        assertThat(routing.rollback("TurnDetector").owner()).startsWith(SMART).isNotEqualTo(SMART + "@9.9.9");
        assertThat(owner("", "open")).isNotEqualTo(Optional.of(SMART + "@9.9.9"));

        routing.canary(SMART + "@9.9.9", 100);

        assertThat(owner("", "new")).contains(SMART + "@9.9.9");
        assertThat(owner("", "open")).isNotEqualTo(Optional.of(SMART + "@9.9.9"));
    }

    @Test
    void a_company_chooses_by_name_and_version_whatever_is_preferred() {
        assertThat(owner("(model=words)", "call")).contains("switchboard.turn.words@" + version("switchboard.turn.words"));
        assertThat(owner("(&(model=smart-turn)(version>=3.10))", "call")).isEmpty();
        assertThat(owner("(&(model=smart-turn)(version>=3.2)(!(version>=3.10)))", "call")).contains(SMART + "@9.9.9");
    }

    @Test
    void the_words_listen_silently() {
        assertThat(routing.shadow("words").part()).isEqualTo(Part.SHADOW);
        assertThat(owner("", "call")).contains(SMART + "@9.9.9");
    }

    private String version(String name) {
        return new RunningModels(context, models).bundle(name).getVersion().toString();
    }

    private Optional<String> owner(String filter, String call) {
        return models.lease(TurnDetector.class, filter, call).map(lease -> {
            try (Lease<TurnDetector> some = lease) {
                return some.owner();
            }
        });
    }
}
