package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page in each of its states, on a telephone and on a desk. {@code -Dscreens=docs/page} (from the root of the project)
 * renews the pictures in the documents; otherwise they are left in target/page.
 */
@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(400)
class PageTest {

    private JsonObject report;

    @BeforeAll
    void call() throws Exception {
        String screens = System.getProperty("screens");
        Caller caller = new Caller(Path.of("target", "page"));
        Path question = caller.speak("What time do you open on Saturday?", "question.wav");
        try (Server server = Server.start()) {
            report = caller.play("page.mjs", Map.of("server", server.address("").toString(), "company", "tomatitos-2",
                    "question", question.toAbsolutePath().toString(), "typed", "Do you have a children's menu?"));
        }
        if (screens != null) {
            caller.keepPictures(Server.ROOT.resolve(screens));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "choosing      | Whom would you like to call?",
        "idle          | Press Call and speak.",
        "microphone    | Please allow the microphone",
        "waiting       | it waits for TextToSpeech. Stay on the line",
        "speaking      | Connected",
        "muted         | You are muted",
        "reconnecting  | The connection was lost. Reconnecting, attempt 1 of 3",
        "reconnected   | Connected again",
        "ended         | You have hung up.",
        "typing-only   | Type instead of speaking",
        "busy          | All lines of Tomatitos 2 are busy",
        "unreachable   | The server does not answer.",
        "nobody        | \"nobody\" on this server. Whom would you like to call instead?"})
    void each_state_is_told_in_words(String state, String words) {
        for (JsonObject run : runs()) {
            assertThat(run.getAsJsonObject("states").getAsJsonObject(state).get("status").getAsString()).contains(words);
        }
    }

    @Test
    void a_caller_without_a_microphone_is_told_why_and_may_type() {
        for (JsonObject run : runs()) {
            assertThat(run.getAsJsonObject("states").getAsJsonObject("typing-only").get("notice").getAsString()).contains("not allowed", "type");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "desktop"})
    void nobody_is_kept_out_in_any_state(String size) {
        report.getAsJsonObject(size).getAsJsonObject("states").asMap().forEach((state, found) -> {
            assertThat(found.getAsJsonObject().getAsJsonArray("violations")).as(state).isEmpty();
            assertThat(found.getAsJsonObject().get("overflows").getAsBoolean()).as(state).isFalse();
            assertThat(found.getAsJsonObject().getAsJsonArray("cut")).as("%s, 320 px wide", state).isEmpty();
        });
    }

    @Test
    void a_call_is_placed_with_the_keyboard_alone() {
        assertThat(runs()).allSatisfy(run -> assertThat(run.get("tabs").getAsInt()).isEqualTo(1));
    }

    @Test
    void the_assistants_words_appear_as_they_are_spoken() {
        for (JsonObject run : runs()) {
            List<Integer> lengths = run.getAsJsonArray("words").asList().stream().map(JsonElement::getAsInt).toList();
            assertThat(lengths).hasSizeGreaterThanOrEqualTo(3).isSorted();
        }
    }

    @Test
    void both_sides_see_how_loud_they_are() {
        for (JsonObject run : runs()) {
            assertThat(run.getAsJsonArray("levels").asList().stream().map(JsonElement::getAsInt)).hasSize(2).allMatch(level -> level > 0 && level <= 100);
        }
    }

    @Test
    void what_is_on_its_way_is_not_played_when_the_assistant_pauses() {
        for (JsonObject run : runs()) {
            assertThat(run.getAsJsonArray("hushed").asList().stream().map(JsonElement::getAsBoolean)).containsExactly(false, true, false);
        }
    }

    @Test
    void the_line_is_measured_and_plays_without_delay() {
        for (JsonObject run : runs()) {
            List<String> line = run.getAsJsonArray("line").asList().stream().map(JsonElement::getAsString).toList();
            assertThat(line.get(0)).matches("(Good|Fair|Poor) line");
            assertThat(line.get(1)).matches("\\d+ ms");
            assertThat(line.get(2)).matches("\\d+\\.\\d %");
            assertThat(line.get(3)).matches("\\d+ ms");
            assertThat(run.get("jitterBufferTarget").getAsDouble()).isZero();
        }
    }

    @Test
    void the_volume_is_set_and_the_devices_are_listed() {
        for (JsonObject run : runs()) {
            assertThat(run.get("volume").getAsDouble()).isEqualTo(0.4);
            assertThat(run.getAsJsonArray("microphones")).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void the_whole_call_can_be_downloaded() {
        for (JsonObject run : runs()) {
            JsonObject file = run.getAsJsonObject("download");
            JsonObject call = file.getAsJsonObject("call");

            assertThat(file.getAsJsonObject("company").get("id").getAsString()).isEqualTo("tomatitos-2");
            assertThat(call.get("firstAudioMs").getAsInt()).isPositive();
            assertThat(call.getAsJsonArray("turns").get(0).getAsJsonObject().getAsJsonArray("parts")).isNotEmpty();
            assertThat(call.getAsJsonArray("transcript").toString()).contains("How can I help", "Saturday", "children's menu");
            assertThat(call.getAsJsonArray("quality")).isNotEmpty();
            assertThat(file.getAsJsonArray("log").toString()).contains("first-audio", "turn-ledger");
        }
    }

    @Test
    void nothing_fails_in_the_page() {
        assertThat(runs()).allSatisfy(run -> assertThat(run.getAsJsonArray("problems")).isEmpty());
    }

    private Collection<JsonObject> runs() {
        return report.asMap().values().stream().map(JsonElement::getAsJsonObject).toList();
    }
}
