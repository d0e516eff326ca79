package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import switchboard.api.audio.AudioClip;

/** The sample company is called, asked aloud, and understood. */
@Tag("models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class CallTest {

    private static final double AUDIBLE_DB = -40;

    private Server server;
    private Caller caller;

    @BeforeAll
    void start() throws Exception {
        caller = new Caller(Path.of("target", "calls"));
        server = Server.start();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_caller_hears_the_greeting_and_the_right_answer_and_may_call_again() throws Exception {
        JsonObject report = caller.call(server.address("/c/tomatitos-2"), 2, List.of("What time do you open on Saturday?"), List.of());

        assertThat(report.getAsJsonArray("calls")).hasSize(2);
        for (JsonElement element : report.getAsJsonArray("calls")) {
            JsonObject call = element.getAsJsonObject();
            assertThat(call.get("state").getAsString()).as(call.get("notice").getAsString()).isEqualTo("connected");
            assertThat(call.get("stateAfter").getAsString()).isNotEqualTo("failed");
        }
        for (int call = 1; call <= 2; call++) {
            assertThat(caller.heard(call + "-greeting.wav").toLowerCase(Locale.ROOT)).contains("how can i help");
            assertThat(caller.levelDb(call + "-greeting.wav")).isGreaterThan(AUDIBLE_DB);
            assertThat(caller.heard(call + "-answer-1.wav").toLowerCase(Locale.ROOT)).contains("saturday").containsAnyOf("five", "5");
        }
        assertThat(report.getAsJsonArray("problems")).as("errors in the page").isEmpty();
    }

    @Test
    void typed_words_are_answered_aloud() throws Exception {
        caller.call(server.address("/c/tomatitos-2"), 1, List.of(), List.of("Do you have a children's menu?"));

        assertThat(caller.heard("1-answer-1.wav").toLowerCase(Locale.ROOT)).contains("children");
    }

    @Test
    void a_knock_at_the_desk_silences_the_answer_for_a_moment_and_costs_no_word_of_it() throws Exception {
        JsonObject report = caller.disturb(server.address("/c/tomatitos-2"), "How much is the tasting menu?", knock());

        assertThat(report.getAsJsonArray("calls").get(0).getAsJsonObject().getAsJsonArray("log").toString()).contains("bot-paused");
        // The knock may fall into the last word, which a recogniser then takes for others: "of your roads".
        List<String> heard = List.of(caller.heard("1-answer-1.wav").toLowerCase(Locale.ROOT).split("\\W+"));
        assertThat(heard).containsSubsequence("tasting", "menu", "six", "courses", "costs", "forty", "five");
        assertThat(heard.subList(heard.lastIndexOf("five") + 1, heard.size())).as("of " + heard).isNotEmpty();
    }

    /** A burst of noise that dies away within a tenth of a second. */
    private static AudioClip knock() {
        Random random = new Random(1);
        float[] samples = new float[24_000 / 5];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.4 * Math.exp(-i / 900.0) * (2 * random.nextDouble() - 1));
        }
        return new AudioClip(24_000, samples);
    }

    @Test
    void an_unknown_company_is_named_in_words() throws Exception {
        HttpResponse<String> start = server.post("/start", "{\"transport\":\"webrtc\",\"body\":{\"company\":\"nobody\"}}");
        assertThat(start.statusCode()).isEqualTo(404);
        assertThat(start.body()).contains("detail", "nobody");

        HttpResponse<String> page = server.get("/api/company?id=nobody");
        assertThat(page.statusCode()).isEqualTo(404);
    }

    @Test
    void bad_requests_are_refused_with_a_reason_and_the_server_lives() throws Exception {
        assertThat(server.post("/api/offer", "{").statusCode()).isEqualTo(400);
        assertThat(server.post("/api/offer", "{\"sdp\":\"nonsense\",\"type\":\"offer\"}").body()).contains("detail");
        assertThat(server.post("/api/offer", "{\"sdp\":\"v=0\",\"type\":\"answer\"}").statusCode()).isEqualTo(400);
        assertThat(server.post("/api/offer", "{\"sdp\":\"" + "x".repeat(70_000) + "\"}").statusCode()).isEqualTo(413);
        assertThat(server.post("/sessions/unknown/api/offer", "{\"sdp\":\"v=0\",\"type\":\"offer\"}").statusCode()).isEqualTo(404);
        assertThat(server.get("/start").statusCode()).isEqualTo(405);
        assertThat(server.get("/nothing/here").statusCode()).isEqualTo(404);
        assertThat(server.post("/start", "{}", "Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(server.get("/status").statusCode()).isEqualTo(200);
    }
}
