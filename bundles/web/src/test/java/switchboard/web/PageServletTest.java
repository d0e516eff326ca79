package switchboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageServletTest {

    private final PageServlet servlet = new PageServlet();

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/index.html", "/c/tomatitos-2", "/c/tomatitos-2/"})
    void the_page_is_at_the_root_and_at_every_company(String path) {
        Exchange exchange = get(path);

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(exchange.body()).startsWith("<!doctype html>");
    }

    @ParameterizedTest
    @CsvSource({
        "style.css, text/css;charset=utf-8",
        "app.js, text/javascript;charset=utf-8",
        "icon.svg, image/svg+xml"
    })
    void assets_have_their_type(String name, String contentType) {
        Exchange exchange = get("/assets/" + name);

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("Content-Type")).isEqualTo(contentType);
        assertThat(exchange.header("Content-Length")).isEqualTo(String.valueOf(exchange.body().getBytes(UTF_8).length));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/favicon.ico", "/c", "/c/", "/c/Acme", "/c/a/b", "/c/a.b", "/assets/", "/assets/none.js", "/assets/../Asset.class",
        "/assets/..%2fAsset.class", "/assets/page/app.js", "/app.js", "//"
    })
    void what_is_not_there_is_not_found(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void a_program_is_told_in_json_and_a_person_in_words() {
        Exchange program = Exchange.with(servlet, "GET", "/none", Map.of("Accept", "*/*"));
        Exchange person = Exchange.with(servlet, "GET", "/none", Map.of("Accept", "text/html,*/*;q=0.8"));

        assertThat(program.header("Content-Type")).isEqualTo("application/json");
        assertThat(program.body()).startsWith("{\"detail\":\"There is nothing here.");
        assertThat(person.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(person.body()).startsWith("There is nothing here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/app.js", "/none"})
    void every_answer_is_locked_down(String path) {
        Exchange exchange = get(path);

        assertThat(exchange.header("Content-Security-Policy")).isEqualTo(PageServlet.CONTENT_SECURITY_POLICY);
        assertThat(exchange.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(exchange.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(exchange.header("Permissions-Policy")).isEqualTo("microphone=(self)");
        assertThat(exchange.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void a_file_that_the_browser_has_is_not_sent_again() {
        String etag = Objects.requireNonNull(get("/assets/app.js").header("ETag"));

        Exchange again = Exchange.with(servlet, "GET", "/assets/app.js", Map.of("If-None-Match", "\"old\", W/" + etag));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(etag);
        assertThat(again.header("Content-Security-Policy")).isNotNull();
    }

    @Test
    void a_file_that_has_changed_is_sent() {
        assertThat(Exchange.with(servlet, "GET", "/", Map.of("If-None-Match", "\"old\"")).status()).isEqualTo(200);
        assertThat(get("/").header("ETag")).isNotEqualTo(get("/assets/app.js").header("ETag"));
    }

    @Test
    void head_is_get_without_the_body() {
        Exchange get = get("/");
        Exchange head = Exchange.with(servlet, "HEAD", "/", Map.of());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    }

    @Test
    void the_page_can_only_be_read() {
        Exchange exchange = Exchange.with(servlet, "POST", "/", Map.of());

        assertThat(exchange.status()).isEqualTo(405);
        assertThat(exchange.header("Allow")).isEqualTo("GET, HEAD");
    }

    private Exchange get(String path) {
        return Exchange.with(servlet, "GET", path, Map.of());
    }
}
