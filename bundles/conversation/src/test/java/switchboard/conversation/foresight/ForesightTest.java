package switchboard.conversation.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import switchboard.api.assistant.Assistant;
import switchboard.api.audio.AudioClip;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.metrics.Metric;
import switchboard.conversation.recognition.Recognition;
import switchboard.conversation.speech.CountingVoice;
import switchboard.conversation.speech.SpeechCache;
import switchboard.conversation.speech.Synthesis;

class ForesightTest {

    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("counting", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);
    private static final SpeechCache.Key WE_OPEN = key("We open at five.");
    private static final AudioClip SPEECH = AudioClip.silence(16_000, Duration.ofSeconds(1));

    private final CountingVoice models = new CountingVoice();
    private final Synthesis synthesis = new Synthesis(models);
    private final List<Assistant.Turn> asked = new ArrayList<>();

    @Test
    void the_first_sounds_of_the_expected_answer_are_given_away_once() {
        Foresight foresight = foresight(true);
        foresight.look(ACME, 1, SPEECH, List.of(new Message.Assistant("Hello.")));

        assertThat(foresight.of(WE_OPEN).orElseThrow().samples()).hasSize(CountingVoice.PIECE);
        assertThat(foresight.of(WE_OPEN)).isEmpty();
        assertThat(synthesis.metrics()).contains(openings("prepared", 1), openings("used", 1));
    }

    @Test
    void what_nobody_expected_is_not_there() {
        Foresight foresight = foresight(true);
        foresight.look(ACME, 1, SPEECH, List.of());

        assertThat(foresight.of(key("We are closed."))).isEmpty();
        assertThat(synthesis.metrics()).contains(openings("prepared", 1)).doesNotContain(openings("used", 1));
    }

    @Test
    void it_asks_on_speculation_and_only_for_news() {
        Foresight foresight = foresight(true);
        foresight.look(ACME, 3, SPEECH, List.of(new Message.Assistant("Hello.")));
        foresight.look(ACME, 3, SPEECH, List.of(new Message.Assistant("Hello.")));

        assertThat(asked).singleElement().satisfies(turn -> {
            assertThat(turn.speculative()).isTrue();
            assertThat(turn.conversation()).containsExactly(new Message.Assistant("Hello."), new Message.User("When do you"));
        });
        assertThat(models.spoken).hasValue(1);
    }

    @Test
    void an_opening_is_for_one_company_voice_speed_and_model() {
        Foresight foresight = foresight(true);
        foresight.look(ACME, 1, SPEECH, List.of());
        String text = WE_OPEN.text();

        assertThat(foresight.of(new SpeechCache.Key("baker", text, "counting", 1, "counting@1"))).isEmpty();
        assertThat(foresight.of(new SpeechCache.Key("acme", text, "reckoning", 1, "counting@1"))).isEmpty();
        assertThat(foresight.of(new SpeechCache.Key("acme", text, "counting", 1.5, "counting@1"))).isEmpty();
        assertThat(foresight.of(new SpeechCache.Key("acme", text, "counting", 1, "counting@2"))).isEmpty();
        assertThat(foresight.of(WE_OPEN)).isPresent();
    }

    @Test
    void the_same_words_in_the_next_turn_are_looked_at_again() {
        Foresight foresight = foresight(true);
        foresight.look(ACME, 1, SPEECH, List.of());
        assertThat(foresight.of(WE_OPEN)).isPresent();
        foresight.look(ACME, 2, SPEECH, List.of(new Message.Assistant("We open at five.")));

        assertThat(foresight.of(WE_OPEN)).isPresent();
        assertThat(asked).extracting(Assistant.Turn::number).containsExactly(1, 2);
    }

    @Test
    void a_voice_that_is_exchanged_between_two_turns_speaks_its_own_opening() {
        Foresight foresight = foresight(true);
        foresight.look(ACME, 1, SPEECH, List.of());
        models.owner = "counting@2";
        foresight.look(ACME, 2, SPEECH, List.of());

        assertThat(foresight.of(new SpeechCache.Key("acme", WE_OPEN.text(), "counting", 1, "counting@2")).orElseThrow().owner()).isEqualTo("counting@2");
    }

    @Test
    void an_assistant_that_takes_time_or_money_is_not_asked() {
        foresight(false).look(ACME, 1, SPEECH, List.of());

        assertThat(asked).isEmpty();
    }

    @Test
    void when_others_are_at_work_it_does_nothing() {
        Foresight busy = new Foresight("call", new Recognition("call", models, Runnable::run), assistant(true), new Synthesis(models), task -> {
            throw new RejectedExecutionException("busy");
        }, (turn, words) -> { });
        busy.look(ACME, 1, SPEECH, List.of());

        assertThat(busy.of(WE_OPEN)).isEmpty();
    }

    private static Metric openings(String result, int count) {
        return new Metric.Counter("switchboard_lookahead_openings",
                "First sounds of answers that were expected while the caller spoke: prepared, used, late.", Map.of("result", result), count);
    }

    private static SpeechCache.Key key(String text) {
        return new SpeechCache.Key("acme", text, "counting", 1, "counting@1");
    }

    private Foresight foresight(boolean atOnce) {
        return new Foresight("call", new Recognition("call", models, Runnable::run), assistant(atOnce), synthesis, Runnable::run, (turn, words) -> { });
    }

    private Assistant assistant(boolean atOnce) {
        return new Assistant() {
            @Override
            public boolean answersAtOnce(Company company) {
                return atOnce;
            }

            @Override
            public Generation reply(Turn turn, Consumer<GenerationEvent> listener) {
                asked.add(turn);
                listener.accept(new GenerationEvent.Text("We open at five. "));
                listener.accept(new GenerationEvent.Text("On Sundays at noon."));
                listener.accept(new GenerationEvent.Ended());
                return () -> { };
            }

            @Override
            public void forget(String callId) { }
        };
    }
}
