package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs the server sees of mistakes in companies' files, in all places, and how they heal without a restart. */
@Tag("models")
@Timeout(300)
class MistakenCompaniesTest {

    private static final String KEY = "sk-never-to-be-seen";

    @TempDir
    Path folder;

    private Path companies;
    private Path secrets;

    @BeforeEach
    void make_the_folders() throws IOException {
        companies = Files.createDirectories(folder.resolve("companies"));
        secrets = Files.createDirectories(folder.resolve("config/switchboard/secrets"));
        Files.createDirectories(folder.resolve("data"));
    }

    @Test
    void every_mistake_is_told_with_its_remedy_in_the_list_in_the_log_and_in_health_and_heals_by_itself() throws Exception {
        secret("rw-r--r--");
        Files.writeString(Files.createDirectory(companies.resolve("facts")).resolve("menu.pdf"), "no document");
        save("good", "\"knowledge\": \"facts\"");
        save("twin-1", "\"id\": \"twin\"");
        save("twin-2", "\"id\": \"twin\"");
        save("secret-nowhere", "\"llm.secret\": \"NOWHERE\"");
        save("secret-open", "\"llm.secret\": \"THE_KEY\"");
        save("all-files", "\"knowledge\": \".\"");
        save("no-endpoint", "\"llm.target\": \"(model=openai)\"");
        Files.writeString(file("half"), "{\"name\": \"half\", \"greet");
        try (Server server = start()) {
            for (String told : List.of(
                    "menu.pdf", "is not read: documents are Markdown",
                    "switchboard.company~twin-2.json:1", "and switchboard.company~twin-1.json has it",
                    "set the environment variable NOWHERE",
                    "chmod 600",
                    "in this one are the files of the companies",
                    "cannot answer without an endpoint: Receptionist answers callers of no-endpoint",
                    "only half of the file")) {
                awaitEverywhere(server, told);
            }
            assertThat(typed("companies").out()).containsPattern("good +ok").containsPattern("twin +ok").containsPattern("half +refused");

            secret("rw-------");
            save("all-files", "\"knowledge\": \"facts\"");
            save("no-endpoint", "\"llm.target\": \"(model=receptionist)\"");
            saveByRename("half", "\"greeting\": \"Hello\"");
            Files.delete(file("twin-1"));
            Files.delete(file("secret-nowhere"));
            Files.delete(companies.resolve("facts/menu.pdf"));
            await("no problem is left", () -> server.get("/health/ready").body().contains("\"problems\":[]"));
            await("it is logged that they are gone", () -> Files.readString(Server.LOG).contains("event=problem-gone: is not read: documents"));
            assertThat(typed("companies").out()).containsPattern("half +ok").containsPattern("secret-open +ok").containsPattern("twin +ok").doesNotContain("refused");
        }
        assertThat(Files.readString(Server.LOG).split("company=good source=menu.pdf event=problem:", -1)).as("told once, and not at every look").hasSize(2);
        assertThat(Server.LOG).content().doesNotContain(KEY);
    }

    /** The receptionist does, and the log says what to look at. */
    @Test
    void where_an_endpoint_takes_no_key_callers_are_answered_all_the_same() throws Exception {
        secret("rw-------");
        HttpServer endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/", exchange -> {
            byte[] body = ("{\"error\": {\"message\": \"Incorrect API key provided: " + KEY + "\"}}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        endpoint.start();
        save("acme", "\"hours\": [\"Mon-Sun 09:00-17:00\"], \"llm.target\": \"(model=openai)\", \"llm.secret\": \"THE_KEY\", \"llm.endpoint\": \"http://127.0.0.1:%d/v1/\""
                .formatted(endpoint.getAddress().getPort()));
        try (Server server = start()) {
            await("the endpoint can be asked", () -> server.get("/health/ready").body().contains("OpenAI-compatible endpoint"));

            assertThat(typed("ask", "--company", "acme", "What are your opening hours?").out()).contains("nine");
        } finally {
            endpoint.stop(0);
        }
        assertThat(Server.LOG).content().contains("answered with status 401", "check the key in the secret THE_KEY").doesNotContain(KEY);
    }

    private Server start() throws IOException, InterruptedException {
        return Server.start(Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString()),
                "--companies", companies.toString(), "--data", folder.resolve("data").toString());
    }

    private Typed typed(String... command) throws IOException, InterruptedException {
        return Typed.type(folder.resolve("data"), "", List.of(), command);
    }

    private interface Condition {

        boolean holds() throws IOException, InterruptedException;
    }

    private void awaitEverywhere(Server server, String told) throws IOException, InterruptedException {
        await("in health: " + told, () -> server.get("/health/ready").body().contains(told));
        await("in the log: " + told, () -> Files.readString(Server.LOG).contains(told));
        assertThat(typed("companies").out()).contains(told);
    }

    private static void await(String what, Condition condition) throws IOException, InterruptedException {
        for (int i = 0; i < 600 && !condition.holds(); i++) {
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        }
        assertThat(condition.holds()).as(what).isTrue();
    }

    private Path file(String id) {
        return companies.resolve("switchboard.company~" + id + ".json");
    }

    private void save(String id, String keys) throws IOException {
        Files.writeString(file(id), "{\"name\": \"%s\", %s}".formatted(id, keys));
    }

    private void saveByRename(String id, String keys) throws IOException {
        Path aside = Files.writeString(companies.resolve("." + id + ".new"), "{\"name\": \"%s\", %s}".formatted(id, keys));
        Files.move(aside, file(id), StandardCopyOption.ATOMIC_MOVE);
    }

    private void secret(String mode) throws IOException {
        Path file = secrets.resolve("THE_KEY");
        Files.writeString(file, KEY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
