package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelRouting.Missing;

/** What is chosen in one life of the server, and what comes of it in the next. */
@Timeout(20)
class KeptRoutesTest {

    private static final String KIND = "String";

    @TempDir
    Path data;
    private FakeFramework framework;
    private ModelHome home;

    @BeforeEach
    void begin() {
        framework = new FakeFramework();
        framework.properties.put(ModelHome.DATA, data.toString());
        home = new ModelHome(framework.bundle("switchboard.model.loader", "1.0.0"));
    }

    @AfterEach
    void stop() {
        home.stop();
    }

    @Test
    void a_swap_is_in_force_again_and_can_still_be_taken_back() {
        load("1.9", "1.10");
        home.swap("kokoro@1.9");
        restart();
        load("1.9", "1.10");

        assertThat(leased("call")).contains("kokoro@1.9.0");
        assertThat(home.rollback(KIND).owner()).isEqualTo("kokoro@1.10.0");
        restart();
        load("1.9", "1.10");
        assertThat(leased("call")).contains("kokoro@1.10.0");
    }

    @Test
    void a_canary_is_in_force_again_for_the_calls_that_come() {
        load("1.9", "1.10");
        home.swap("kokoro@1.10");
        home.canary("kokoro@1.9", 100);
        restart();
        load("1.9", "1.10");

        assertThat(leased("call")).contains("kokoro@1.9.0");
        assertThat(home.rollback(KIND).owner()).isEqualTo("kokoro@1.10.0");
    }

    @Test
    void a_model_that_is_gone_is_named_others_serve_and_it_serves_when_it_comes() {
        load("1.9", "1.10");
        home.swap("kokoro@1.9");
        restart();
        load("1.10");

        assertThat(leased("call")).contains("kokoro@1.10.0");
        assertThat(home.missing()).containsExactly(new Missing(KIND, "kokoro@1.9.0"));
        load("1.9");
        assertThat(leased("call")).contains("kokoro@1.9.0");
        assertThat(home.missing()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_understood_is_as_none() throws Exception {
        Files.writeString(data.resolve("routes"), "String preferred=kokoro@1.9.0\nString prefers nobody\n");
        restart();
        load("1.9", "1.10");

        assertThat(leased("call")).contains("kokoro@1.10.0");
        home.swap("kokoro@1.9");
        restart();
        load("1.9", "1.10");
        assertThat(leased("call")).contains("kokoro@1.9.0");
    }

    private void restart() {
        home.stop();
        begin();
    }

    private void load(String... versions) {
        for (String version : versions) {
            int before = framework.published.size();
            home.load(framework.bundle("kokoro", version + ".0"),
                    new ModelDescription<>(String.class, "Kokoro", "kokoro", version, Set.of(), 0), () -> "kokoro" + version);
            while (framework.published.size() == before) {
                Thread.onSpinWait();
            }
        }
    }

    private Optional<String> leased(String call) {
        return home.lease(String.class, "", call).map(lease -> {
            lease.close();
            return lease.owner();
        });
    }
}
