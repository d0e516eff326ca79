package switchboard.conversation.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.assistant.Assistant;
import switchboard.api.llm.Message;
import switchboard.api.metrics.Metric;

/** Of an assistant that is asked before it is certain that the words are all. */
class GuessingTest extends LookingAhead {

    @Test
    void an_assistant_that_takes_guesses_is_asked_if_the_words_may_be_all() {
        Foresight foresight = foresight(Kind.ON_A_GUESS);
        mayBeAll = false;
        look(foresight, 1, List.of());
        assertThat(asked).isEmpty();
        mayBeAll = true;
        look(foresight, 2, List.of());

        assertThat(asked).extracting(Assistant.Turn::number).containsExactly(2);
    }

    @Test
    void the_opening_of_a_guess_is_prepared_if_the_caller_pauses_when_its_first_clause_comes() {
        Foresight foresight = foresight(Kind.ON_A_GUESS);
        answersLater = true;
        look(foresight, 1, List.of());
        later.remove(0).run();
        assertThat(foresight.openings().of(weOpen)).as("the caller speaks").isEmpty();
        look(foresight, 2, List.of());
        foresight.pause();
        later.remove(0).run();
        assertThat(foresight.openings().of(weOpen)).isPresent();
    }

    @Test
    void it_is_not_asked_while_the_voice_is_loud_but_of_the_same_words_when_it_fades() {
        Foresight foresight = foresight(Kind.ON_A_GUESS);
        speech = LOUD;
        look(foresight, 1, List.of());
        assertThat(asked).isEmpty();
        speech = FADING;
        look(foresight, 1, List.of());
        assertThat(asked).hasSize(1);
        look(foresight, 1, List.of());
        assertThat(asked).as("the same guess").hasSize(1);
    }

    @Test
    void looks_are_oftener_where_a_guess_may_hide_what_an_answer_takes_and_nobody_else_calls() {
        Duration soon = Duration.ofMillis(150);
        ample = true;
        assertThat(foresight(Kind.ON_A_GUESS).isDue(ACME, soon)).isTrue();
        assertThat(foresight(Kind.ON_A_GUESS).isDue(ACME, soon.minusMillis(10))).isFalse();
        assertThat(foresight(Kind.AT_ONCE).isDue(ACME, soon)).isFalse();
        assertThat(foresight(Kind.UNASKED).isDue(ACME, soon)).isFalse();
        ample = false;
        assertThat(foresight(Kind.ON_A_GUESS).isDue(ACME, soon)).isFalse();
        assertThat(foresight(Kind.UNASKED).isDue(ACME, Duration.ofMillis(300))).isTrue();
    }

    @Test
    void guesses_are_few_at_once_and_more_after_a_while() {
        Foresight foresight = foresight(Kind.ON_A_GUESS);
        for (int turn = 1; turn <= 9; turn++) {
            look(foresight, turn, List.of());
        }
        assertThat(asked).hasSize(3);
        nowNs += Duration.ofSeconds(2).toNanos();
        look(foresight, 10, List.of());
        look(foresight, 11, List.of());
        assertThat(asked).hasSize(4);
    }

    @Test
    void an_assistant_that_fails_on_a_guess_is_left_in_peace_for_a_while() {
        Foresight foresight = foresight(Kind.ON_A_GUESS);
        fails = true;
        look(foresight, 1, List.of());
        look(foresight, 2, List.of());
        assertThat(asked).hasSize(1);
        nowNs += Duration.ofSeconds(20).toNanos();
        look(foresight, 3, List.of());
        assertThat(asked).hasSize(2);
    }

    @Test
    void the_answer_to_a_guess_that_came_true_is_given_away_once() {
        Foresight foresight = foresight(Kind.ON_A_GUESS);
        look(foresight, 1, List.of());

        assertThat(foresight.take(1, saying("When do you?"))).as("a comma more or less is the same").isPresent();
        assertThat(closed).isEmpty();
        assertThat(foresight.take(1, saying("When do you?"))).isEmpty();
        assertThat(synthesis.metrics()).filteredOn(metric -> metric.name().equals("switchboard_lookahead_guesses"))
                .extracting(metric -> metric.labels().get("result"), metric -> ((Metric.Counter) metric).value())
                .containsExactlyInAnyOrder(tuple("asked", 1.0), tuple("true", 1.0));
    }

    @Test
    void other_words_another_turn_or_another_conversation_have_no_answer_and_the_guess_ends() {
        for (Foresight foresight : List.of(foresight(Kind.ON_A_GUESS), foresight(Kind.AT_ONCE))) {
            closed.clear();
            look(foresight, 1, List.of());
            assertThat(foresight.take(1, saying("When do you open?"))).isEmpty();
            assertThat(closed).hasSize(1);
            look(foresight, 2, List.of());
            assertThat(foresight.take(3, saying("When do you"))).isEmpty();
            look(foresight, 4, List.of());
            assertThat(foresight.take(4, List.of(new Message.Assistant("Hello."), new Message.User("When do you")))).isEmpty();
            assertThat(closed).hasSize(3);
        }
    }

    @Test
    void a_new_guess_ends_the_one_before_and_the_end_of_the_call_the_last() {
        Foresight foresight = foresight(Kind.ON_A_GUESS);
        look(foresight, 1, List.of());
        look(foresight, 2, List.of());
        assertThat(closed).extracting(Assistant.Turn::number).containsExactly(1);
        foresight.close();
        assertThat(closed).extracting(Assistant.Turn::number).containsExactly(1, 2);
    }

    private static List<Message> saying(String words) {
        return List.of(new Message.User(words));
    }
}
