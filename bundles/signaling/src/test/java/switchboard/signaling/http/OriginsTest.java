package switchboard.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    private final Origins origins = new Origins(Set.of("https://www.example.com"));

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, 127.0.0.1:8080, true",
        "http://localhost:3000, 127.0.0.1:8080, true",
        "https://www.example.com, calls.example.net, true",
        "https://calls.example.net, calls.example.net, true",
        "https://evil.example, 127.0.0.1:8080, false",
        "http://localhost:3000, calls.example.net, false",
        "https://www.example.com.evil.example, calls.example.net, false",
        "null, 127.0.0.1:8080, false",
        "http://, 127.0.0.1:8080, false",
        "'not an origin', 127.0.0.1:8080, false",
    })
    void only_pages_of_this_server_of_the_operator_and_of_loopback_may_call(String origin, String host, boolean admitted) {
        assertThat(origins.admits(origin, host)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, true", "localhost:8080, true", "LOCALHOST, true", "[::1]:8080, true", "192.168.0.7:8080, true", "www.example.com, true",
        "evil.example:8080, false", "127.0.0.1.evil.example, false", "localhost.evil.example:8080, false", "example.com, false", "[::1].evil.example, false",
        "'', false",
    })
    void on_loopback_a_name_that_nobody_gave_this_server_means_another(String host, boolean named) {
        assertThat(origins.names(host)).isEqualTo(named);
    }
}
