package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;

class PreferenceTest {

    @Test
    void ranking_then_model_version_then_bundle_version_then_arrival_decide_and_failures_override() {
        List<Preference> best = List.of(
                of(false, 10, "1.0", "0.1.0", 1),
                of(false, 0, "3.10", "0.1.0", 2),
                of(false, 0, "3.9", "0.2.0", 3),
                of(false, 0, "3.9", "0.1.0", 5),
                of(false, 0, "3.9", "0.1.0", 4),
                of(true, 20, "9.9", "9.9.9", 9));

        List<Preference> shuffled = new ArrayList<>(best);
        Collections.shuffle(shuffled, new Random(7));
        Collections.sort(shuffled);

        assertThat(shuffled).isEqualTo(best);
    }

    @ParameterizedTest
    @CsvSource({"1.9, 1.10", "3.2, 3.2.1", "0.19, 1.0", "1, 1.0.1", "1.0, 1.0-rc1", "latest, 0.1", "v1.1, v1.2", "2.0.0.1, 2.0.0.2"})
    void versions_are_ordered_as_numbers(String older, String newer) {
        assertThat(Preference.version(older)).isLessThan(Preference.version(newer));
    }

    @Test
    void a_version_that_is_no_number_is_the_oldest() {
        assertThat(Preference.version("")).isEqualTo(Version.emptyVersion);
        assertThat(Preference.version("99999999999")).isEqualTo(Version.emptyVersion);
    }

    private static Preference of(boolean demoted, int ranking, String model, String bundle, long arrival) {
        return new Preference(demoted, ranking, Preference.version(model), new Version(bundle), arrival);
    }
}
