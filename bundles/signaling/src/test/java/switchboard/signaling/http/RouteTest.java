package switchboard.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @Test
    void the_company_may_stand_in_front() {
        assertThat(Route.of("/start")).contains(new Route.Start(Optional.empty()));
        assertThat(Route.of("/companies/acme/start")).contains(new Route.Start(Optional.of("acme")));
        assertThat(Route.of("/companies/acme/sessions/s1/api/offer")).contains(new Route.Offer(Optional.of("acme"), Optional.of("s1")));
        assertThat(Route.of("/sessions/s1/api/offer")).contains(new Route.Offer(Optional.empty(), Optional.of("s1")));
        assertThat(Route.of("/api/companies")).contains(new Route.Directory());
        assertThat(Route.of("/api/offer")).contains(new Route.Offer(Optional.empty(), Optional.empty()));
    }

    @Test
    void unknown_paths_within_a_session_are_empty_and_others_are_nothing() {
        assertThat(Route.of("/sessions/s1/anything")).contains(new Route.Nothing());
        assertThat(Route.of("/api/unknown")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "/companies/", "/companies/a", "/sessions//api/offer", "/api/offer/", "/companies/a/companies/b/start"})
    void malformed_paths_are_nothing(String path) {
        assertThat(Route.of(path).filter(route -> !(route instanceof Route.Nothing))).isEmpty();
    }
}
