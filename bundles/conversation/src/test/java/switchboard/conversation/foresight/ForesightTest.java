package switchboard.conversation.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import switchboard.api.assistant.Assistant;
import switchboard.api.llm.Message;
import switchboard.api.metrics.Metric;
import switchboard.api.model.ModelIdentity;
import switchboard.api.model.ModelThreads;
import switchboard.api.tts.SpeechException;
import switchboard.conversation.recognition.Recognition;
import switchboard.conversation.speech.SpeechCache;
import switchboard.conversation.speech.Synthesis;

class ForesightTest extends LookingAhead {

    @Test
    void the_beginning_of_the_expected_answer_is_given_away_once() {
        Foresight foresight = foresight(Kind.AT_ONCE);
        look(foresight, 1, List.of(new Message.Assistant("Hello.")));

        assertThat(foresight.openings().of(weOpen)).isPresent();
        assertThat(foresight.openings().of(weOpen)).isEmpty();
        assertThat(synthesis.metrics()).contains(openings("prepared", 1), openings("used", 1));
    }

    @Test
    void what_nobody_expected_is_not_there() {
        Foresight foresight = foresight(Kind.AT_ONCE);
        look(foresight, 1, List.of());

        assertThat(foresight.openings().of(key("We are closed."))).isEmpty();
        assertThat(synthesis.metrics()).contains(openings("prepared", 1)).doesNotContain(openings("used", 1));
    }

    @Test
    void it_asks_on_speculation_and_only_for_news() {
        Foresight foresight = foresight(Kind.AT_ONCE);
        look(foresight, 3, List.of(new Message.Assistant("Hello.")));
        look(foresight, 3, List.of(new Message.Assistant("Hello.")));

        assertThat(asked).singleElement().satisfies(turn -> {
            assertThat(turn.speculative()).isTrue();
            assertThat(turn.conversation()).containsExactly(new Message.Assistant("Hello."), new Message.User("When do you"));
        });
        assertThat(models.spoken).hasValue(1);
    }

    @Test
    void an_opening_is_for_one_company_voice_speed_and_model() {
        Foresight foresight = foresight(Kind.AT_ONCE);
        look(foresight, 1, List.of());
        String text = weOpen.text();

        assertThat(foresight.openings().of(new SpeechCache.Key("baker", text, "counting", 1, "counting@1", new ModelIdentity(models)))).isEmpty();
        assertThat(foresight.openings().of(new SpeechCache.Key("acme", text, "reckoning", 1, "counting@1", new ModelIdentity(models)))).isEmpty();
        assertThat(foresight.openings().of(new SpeechCache.Key("acme", text, "counting", 1.5, "counting@1", new ModelIdentity(models)))).isEmpty();
        assertThat(foresight.openings().of(new SpeechCache.Key("acme", text, "counting", 1, "counting@2", new ModelIdentity(models)))).isEmpty();
        assertThat(foresight.openings().of(weOpen)).isPresent();
    }

    @Test
    void the_same_words_in_the_next_turn_are_looked_at_again() {
        Foresight foresight = foresight(Kind.AT_ONCE);
        look(foresight, 1, List.of());
        assertThat(foresight.openings().of(weOpen)).isPresent();
        look(foresight, 2, List.of(new Message.Assistant("We open at five.")));

        assertThat(foresight.openings().of(weOpen)).isPresent();
        assertThat(asked).extracting(Assistant.Turn::number).containsExactly(1, 2);
    }

    @Test
    void a_voice_that_is_exchanged_between_two_turns_speaks_its_own_opening() throws SpeechException {
        Foresight foresight = foresight(Kind.AT_ONCE);
        look(foresight, 1, List.of());
        models.owner = "counting@2";
        look(foresight, 2, List.of());

        Set<String> owners = new HashSet<>();
        foresight.openings().of(new SpeechCache.Key("acme", weOpen.text(), "counting", 1, "counting@2", new ModelIdentity(models))).orElseThrow()
                .hear((samples, owner) -> owners.add(owner) || true);
        assertThat(owners).containsExactly("counting@2");
    }

    @Test
    void an_assistant_that_takes_time_or_money_is_not_asked() {
        look(foresight(Kind.UNASKED), 1, List.of());

        assertThat(asked).isEmpty();
    }

    @Test
    void when_others_are_at_work_it_does_nothing() {
        Foresight busy = new Foresight("call", new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE), assistant(Kind.AT_ONCE), new Synthesis(models), task -> {
            throw new RejectedExecutionException("busy");
        }, (turn, words) -> { });
        look(busy, 1, List.of());

        assertThat(busy.openings().of(weOpen)).isEmpty();
    }

    private static Metric openings(String result, int count) {
        return new Metric.Counter("switchboard_lookahead_openings",
                "First sounds of answers that were expected while the caller spoke: prepared, used, late.", Map.of("result", result), count);
    }
}
