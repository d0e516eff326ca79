package switchboard.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompanyTimeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T22:30:00Z"), ZoneOffset.UTC);

    @Test
    void the_time_is_that_of_the_company() {
        assertThat(now(Optional.empty())).isEqualTo("2026-07-02T00:30+02:00[Europe/Madrid]");
    }

    @Test
    void a_time_that_was_set_is_local_to_the_company() {
        assertThat(now(Optional.of("2026-12-01T10:15"))).isEqualTo("2026-12-01T10:15+01:00[Europe/Madrid]");
    }

    @Test
    void a_time_that_is_none_is_not_believed() {
        assertThat(now(Optional.of("tomorrow"))).isEqualTo("2026-07-02T00:30+02:00[Europe/Madrid]");
    }

    private static String now(Optional<String> set) {
        return new CompanyTime(CLOCK, () -> set).now(Scene.company("acme")).toString();
    }
}
