package switchboard.test.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;

/** No caller meets a cold model: calls are taken only while there is a warm model of every kind. */
class GateTest {

    private static final String VOICE = "switchboard.tts.kokoro";

    @InjectBundleContext
    BundleContext context;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void start_everything_again() throws Exception {
        bundle(VOICE).start();
        awaitOpen();
    }

    @Test
    void calls_are_taken_only_while_there_is_a_model_of_every_kind() throws Exception {
        awaitOpen();

        bundle(VOICE).stop();
        HttpResponse<String> closed = start();
        assertThat(closed.statusCode()).isEqualTo(503);
        assertThat(closed.headers().firstValue("Retry-After")).isPresent();
        assertThat(closed.body()).contains("detail");

        bundle(VOICE).start();
        awaitOpen();
    }

    @Test
    void an_unknown_company_is_not_found() throws Exception {
        awaitOpen();
        HttpResponse<String> answer = post("/start", "{\"body\":{\"company\":\"nobody\"}}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("nobody");
    }

    private void awaitOpen() throws InterruptedException {
        Eventually.present(() -> Optional.of(start()).filter(answer -> answer.statusCode() == 200));
    }

    private HttpResponse<String> start() {
        return post("/start", "{\"body\":{\"company\":\"tomatitos-2\"}}");
    }

    private HttpResponse<String> post(String path, String body) {
        URI address = URI.create("http://127.0.0.1:" + context.getProperty("org.osgi.service.http.port") + path);
        HttpRequest request = HttpRequest.newBuilder(address).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().equals(name)).findFirst().orElseThrow();
    }
}
