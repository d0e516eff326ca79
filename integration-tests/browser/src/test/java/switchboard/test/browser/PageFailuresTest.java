package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says, and what the caller can do, whatever goes wrong. Pictures as in {@link PageTest}. */
@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(900)
class PageFailuresTest {

    private JsonObject report;

    @BeforeAll
    void fail(@TempDir Path companies) throws Exception {
        String screens = System.getProperty("screens");
        Files.writeString(companies.resolve("switchboard.company~tomatitos-2.json"), "{\"name\": \"Tomatitos 2\"}");
        Files.writeString(companies.resolve("switchboard.company~solo.json"), "{\"name\": \"Solo\", \"calls.max\": 1}");
        Caller caller = new Caller(Path.of("target", "failures"));
        try (Server server = Server.start("--companies", companies.toString())) {
            report = caller.play("failures.mjs", Map.of("server", server.address("").toString(), "company", "tomatitos-2", "solo", "solo"));
        }
        if (screens != null) {
            caller.keepPictures(Server.ROOT.resolve(screens));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "no-calls     | This browser cannot place calls                     |",
        "slow         | took too long to answer. Please call again.         | Call",
        "no-media-yet | The line does not open. Trying again, attempt 2 of 3 | Hang up",
        "no-media     | The line could not be opened                        | Call",
        "no-bot       | the assistant did not pick up. Please call again.   | Call",
        "lost         | could not be restored. Please call again.           | Call",
        "server-gone  | The server does not answer. Check your connection   | Call",
        "fatal        | had to end the call. This server is being stopped. Please call again in a moment. | Call",
        "peer-left    | The assistant has ended the call.                   | Call",
        "line-taken   | All lines of Solo are busy. Stay on the line        | Hang up",
        "line-busy    | All lines of Solo are busy, please call again       | Call"})
    void each_failure_is_told_in_words_with_what_can_be_done(String state, String words, String button) {
        for (JsonObject found : each(state)) {
            assertThat(found.get("status").getAsString()).contains(words);
            assertThat(found.get("call").getAsString()).isEqualTo(button == null ? "" : button);
        }
    }

    @Test
    void a_failure_is_told_once_and_nothing_is_left_to_come() {
        for (JsonObject found : each("fatal")) {
            assertThat(found.get("notice").getAsString()).isEmpty();
            assertThat(found.get("coming").getAsInt()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "microphone-missing  | No microphone was found. Connect one and call again, or type instead.",
        "microphone-busy     | used by another program. Close that and call again, or type instead.",
        "microphone-strange  | did not open (UnknownError). You can still type",
        "microphone-insecure | not opened over HTTPS",
        "microphone-lost     | was disconnected. You can still type. To speak, choose another under",
        "reported            | The assistant reported a problem: the answer could not be spoken"})
    void what_does_not_end_the_call_is_noticed_beside_it(String state, String words) {
        for (JsonObject found : each(state)) {
            assertThat(found.get("notice").getAsString()).contains(words);
            assertThat(found.get("call").getAsString()).isEqualTo("Hang up");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "desktop"})
    void nobody_is_kept_out_of_any_failure(String size) {
        report.getAsJsonObject(size).getAsJsonObject("states").asMap().forEach((state, found) -> {
            assertThat(found.getAsJsonObject().getAsJsonArray("violations")).as(state).isEmpty();
            assertThat(found.getAsJsonObject().getAsJsonArray("dark")).as("%s, dark", state).isEmpty();
            assertThat(found.getAsJsonObject().get("overflows").getAsBoolean()).as(state).isFalse();
            assertThat(found.getAsJsonObject().getAsJsonArray("cut")).as("%s, 320 px wide", state).isEmpty();
        });
    }

    @Test
    void nothing_fails_in_the_page() {
        assertThat(runs()).allSatisfy(run -> assertThat(run.getAsJsonArray("problems")).isEmpty());
    }

    private Collection<JsonObject> each(String state) {
        return runs().stream().map(run -> run.getAsJsonObject("states").getAsJsonObject(state)).toList();
    }

    private Collection<JsonObject> runs() {
        return report.asMap().values().stream().map(JsonElement::getAsJsonObject).toList();
    }
}
