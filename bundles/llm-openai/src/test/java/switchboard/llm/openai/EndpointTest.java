package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.llm.LanguageModelSettings;

class EndpointTest {

    private final FakeSecrets secrets = new FakeSecrets(Map.of("KEY", "sk-1", "BROKEN", "sk-1\nX-Injected: yes"));

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/v1/, http://localhost:8080/v1/chat/completions",
        "https://api.example.com/v1, https://api.example.com/v1/chat/completions",
        "https://api.example.com, https://api.example.com/chat/completions",
        "https://[::1]:8080/a%20b//, https://[::1]:8080/a%20b/chat/completions",
        "https://example.com/d?api-version=2, https://example.com/d/chat/completions?api-version=2",
        "https://user:word@example.com/v1, https://example.com/v1/chat/completions"})
    void the_address_is_the_base_and_the_path(String base, String expected) throws Exception {
        assertThat(endpoint(base, Optional.empty()).address()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/", "mailto:a@example.com", "http:///v1", "v1"})
    void an_address_without_http_and_host_is_refused(String base) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> endpoint(base, Optional.empty()))
                .withMessageContaining("llm.endpoint");
    }

    @Test
    void a_missing_address_names_the_setting() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Endpoint.of(LanguageModelSettings.EMBEDDED, secrets))
                .withMessageContaining("set llm.endpoint");
    }

    @Test
    void the_key_is_the_secret() throws Exception {
        var request = endpoint("http://localhost/v1", Optional.of("KEY")).post("{}");
        assertThat(request.headers().firstValue("Authorization")).contains("Bearer sk-1");
    }

    @Test
    void without_a_secret_there_is_no_authorization() throws Exception {
        assertThat(endpoint("http://localhost/v1", Optional.empty()).post("{}").headers().map()).doesNotContainKey("Authorization");
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.com/v1, true",
        "HTTP://192.168.1.5:8080/v1, true",
        "http://127.0.0.1.example.com/, true",
        "http://localhost.example.com/, true",
        "https://api.example.com/v1, false",
        "http://localhost:8080/v1, false",
        "http://models.LOCALHOST/v1, false",
        "http://127.0.0.1:8080/v1, false",
        "http://[::1]:8080/v1, false",
        "http://[0:0:0:0:0:0:0:1]/v1, false"})
    void a_key_is_exposed_where_it_leaves_the_machine_without_tls(String base, boolean exposed) throws Exception {
        assertThat(endpoint(base, Optional.of("KEY")).exposesKey()).isEqualTo(exposed);
        assertThat(endpoint(base, Optional.empty()).exposesKey()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNSET", "BROKEN"})
    void a_bad_key_is_refused_by_its_name(String secret) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> endpoint("http://localhost/v1", Optional.of(secret)))
                .withMessageContaining("the secret " + secret).withMessageContaining("set ")
                .withMessageNotContaining("sk-1");
    }

    private Endpoint endpoint(String base, Optional<String> secret) throws Refusal {
        var settings = new LanguageModelSettings(Optional.of(URI.create(base)), Optional.empty(), secret, 0, 50);
        return Endpoint.of(settings, secrets);
    }
}
