package switchboard.test.framework.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import switchboard.test.framework.Eventually;
import switchboard.test.framework.Line;

/** Somebody who means ill has found the server's port; and somebody else wants to call, all the while. */
@Timeout(300)
class StrangersTest {

    /** More than the server has threads. */
    private static final int MANY = 300;

    @InjectBundleContext
    BundleContext context;

    private final List<Socket> held = new ArrayList<>();
    private Line line;
    private Line strangers;

    @BeforeEach
    void calls_can_be_taken() throws Exception {
        line = new Line(context);
        strangers = line.from("127.0.0.66");
        Eventually.present(() -> Optional.of(call()).filter(answer -> answer.status() == 200));
    }

    @AfterEach
    void he_gives_up() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
    }

    @Test
    void heads_that_never_end_keep_nobody_from_calling() {
        for (int i = 0; i < MANY; i++) {
            held.add(strangers.begin("POST /companies/tomatitos-2/start HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "));
        }
        assertThat(call().status()).isEqualTo(200);
    }

    @Test
    void bodies_that_never_come_keep_nobody_from_calling() {
        for (int i = 0; i < MANY; i++) {
            held.add(strangers.begin("POST /companies/tomatitos-2/start HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n{"));
        }
        assertThat(call().status()).isEqualTo(200);

        List<Integer> answers = held.stream().map(StrangersTest::status).toList();
        assertThat(answers).containsOnly(408, 429);
        assertThat(answers.stream().filter(status -> status == 429)).as("who had to wait for no time-out").hasSizeGreaterThan(MANY * 3 / 4);
    }

    @Test
    void what_is_posted_to_the_page_and_never_comes_keeps_nobody_from_reading_it() {
        for (int i = 0; i < MANY; i++) {
            held.add(strangers.begin("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n{"));
        }
        assertThat(line.ask("GET", "/", "").status()).isEqualTo(200);
        assertThat(held.stream().skip(MANY / 2).map(StrangersTest::status)).as("waits for nothing").containsOnly(405);
    }

    /** Whoever sends a byte now and then is never silent. */
    @Test
    void a_body_that_drips_is_not_waited_for() throws Exception {
        Socket socket = strangers.begin("POST /companies/tomatitos-2/start HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 60000\r\n\r\n{");
        held.add(socket);
        Eventually.present(() -> {
            drip(socket);
            return available(socket) > 0 ? Optional.of(true) : Optional.empty();
        });
        assertThat(Line.answer(socket).status()).isEqualTo(408);
    }

    @ParameterizedTest
    @CsvSource({"1, 40000, 431", "4000, 10, 431", "1, 4000, 200"})
    void a_head_without_end_is_refused(int headers, int length, int status) {
        String head = "X-More: %s\r\n".formatted("a".repeat(length)).repeat(headers);

        assertThat(strangers.ask("GET", "/", "", head).status()).isEqualTo(status);
    }

    @Test
    void an_address_without_end_is_refused() {
        assertThat(strangers.ask("GET", "/" + "a".repeat(30_000), "").status()).isEqualTo(414);
    }

    @Test
    void an_address_that_is_only_claimed_is_not_counted_as_another() {
        Line one = line.from("127.0.0.77");
        boolean refused = false;
        for (int i = 0; i < 2_000 && !refused; i++) {
            String claim = "10.0.%d.%d".formatted(i / 250, i % 250);
            refused = one.ask("POST", "/companies/nobody/start", "{}", "X-Forwarded-For: %s\r\nForwarded: for=%s\r\nX-Real-IP: %s\r\n".formatted(claim, claim, claim)).status() == 429;
        }
        assertThat(refused).isTrue();
        assertThat(one.ask("POST", "/companies/nobody/start", "{}", "X-Forwarded-For: 127.0.0.1\r\n").header("Retry-After")).isPresent();
        assertThat(call().status()).as("whose address he claimed").isEqualTo(200);
    }

    /** DNS rebinding: his page's name means this machine, so that his origin is his host. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:8080", "[::1].evil.example", "127.0.0.1@evil.example"})
    void a_page_whose_name_was_made_to_mean_this_machine_learns_nothing(String host) {
        String origin = "Origin: http://%s\r\n".formatted(host);

        assertThat(line.askAs(host, "POST", "/companies/tomatitos-2/start", "{}", origin).status()).isIn(400, 403);
        for (String path : List.of("/api/companies", "/companies/tomatitos-2/api/company", "/metrics", "/health/ready", "/c/tomatitos-2")) {
            assertThat(line.askAs(host, "GET", path, "").status()).as(path).isIn(400, 403);
        }
    }

    /** The page's origin decides, and no header that a page of a stranger could add. */
    @ParameterizedTest
    @ValueSource(strings = {
        "Origin: null\r\n", "Origin: http://evil.example\r\n", "Origin: http://127.0.0.1.evil.example\r\n", "Origin: http://127.0.0.1@evil.example\r\n",
        "Origin: http://evil.example\r\nX-Forwarded-Host: evil.example\r\n", "Origin: http://evil.example\r\nForwarded: host=evil.example\r\n",
        "Origin: http://evil.example\r\nX-Forwarded-For: 127.0.0.1\r\n", "Origin: http://evil.example\r\nX-Original-URL: /c/tomatitos-2\r\n", "Origin: \r\n",
        "Origin: file://\r\n", "Origin: http://[::1\r\n",
    })
    void a_page_of_a_stranger_opens_no_call(String headers) {
        Line.Answer answer = line.ask("POST", "/companies/tomatitos-2/start", "{}", headers);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.body()).doesNotContain("sessionId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=candidate:1 1 udp 1 10.0.0.1 1 typ host\r\n", "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n", "v=0\r\n", "a=group:BUNDLE 0 0 0 0\r\n"})
    void an_offer_without_end_is_refused(String row) {
        String sdp = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n" + row.repeat(40_000 / row.length());

        assertThat(offer(sdp).status()).isEqualTo(400);
        assertThat(offer(sdp + sdp).status()).isEqualTo(413);
        assertThat(call().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/assets/../../../etc/passwd", "/assets/..%2f..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/..%5c..%5cetc%5cpasswd", "/assets//etc/passwd",
        "/assets/....//....//etc/passwd", "/assets/%252e%252e%252fetc%252fpasswd", "/assets/app.js%00.html", "/assets/.env", "/assets/../Assets.class", "/assets/package-info.class",
        "/../run", "//etc/passwd", "/assets/..;/..;/etc/passwd", "/OSGI-INF/switchboard.web.PageServlet.xml", "/META-INF/MANIFEST.MF", "/cnf/companies/switchboard.company~tomatitos-2.json",
    })
    void no_path_leads_to_a_file_that_is_not_the_pages(String path) {
        Line.Answer answer = strangers.ask("GET", path, "");

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("root:");
    }

    /** What two servers in a row would read as two different requests. */
    @ParameterizedTest
    @ValueSource(strings = {
        "POST /start HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{}0\r\n\r\n",
        "POST /start HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nContent-Length: 40\r\nConnection: close\r\n\r\n{}",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "nonsense\r\n\r\n", "\u0016\u0003\u0001\u0002\r\n\r\n",
    })
    void a_request_that_can_be_read_in_two_ways_is_refused(String request) {
        assertThat(strangers.send(request).status()).isEqualTo(400);
    }

    private Line.Answer call() {
        return line.post("/companies/tomatitos-2/start", "{}");
    }

    private Line.Answer offer(String sdp) {
        return line.post("/companies/tomatitos-2/api/offer", "{\"type\": \"offer\", \"sdp\": \"%s\"}".formatted(sdp.replace("\r\n", "\\r\\n")));
    }

    private static int status(Socket socket) {
        try {
            return Line.answer(socket).status();
        } catch (IOException e) {
            throw new AssertionError("cut off without an answer", e);
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException e) {
            // It is answered, and closed.
        }
    }

    private static int available(Socket socket) {
        try {
            return socket.getInputStream().available();
        } catch (IOException e) {
            throw new AssertionError("cut off without an answer", e);
        }
    }
}
