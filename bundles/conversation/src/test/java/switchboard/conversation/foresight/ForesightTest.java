package switchboard.conversation.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.metrics.Metric;
import switchboard.api.model.ModelIdentity;
import switchboard.api.model.ModelThreads;
import switchboard.api.tts.SpeechException;
import switchboard.conversation.recognition.Patience;
import switchboard.conversation.recognition.Recognition;
import switchboard.conversation.speech.CountingVoice;
import switchboard.conversation.speech.SpeechCache;
import switchboard.conversation.speech.Synthesis;

class ForesightTest {

    private static final Patience PATIENCE = new Patience(Duration.ofMillis(2_500));
    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("counting", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);
    private static final AudioClip LOUD = loud();
    private static final AudioClip FADING = LOUD.followedBySilence(Duration.ofMillis(20));

    private final CountingVoice models = new CountingVoice();
    private final SpeechCache.Key weOpen = key("We open at five.");
    private final Synthesis synthesis = new Synthesis(models);
    private final List<Assistant.Turn> asked = new ArrayList<>();
    private final List<Assistant.Turn> closed = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private boolean answersLater;
    private boolean fails;
    private boolean mayBeAll = true;
    private AudioClip speech = FADING;
    private boolean ample;
    private long nowNs;

    private enum Kind { AT_ONCE, ON_A_GUESS, UNASKED }

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

    private SpeechCache.Key key(String text) {
        return new SpeechCache.Key("acme", text, "counting", 1, "counting@1", new ModelIdentity(models));
    }

    private void look(Foresight foresight, int turn, List<Message> conversation) {
        foresight.look(new Foresight.View(ACME, turn, speech, conversation, words -> mayBeAll));
    }

    private static List<Message> saying(String words) {
        return List.of(new Message.User(words));
    }

    private Foresight foresight(Kind kind) {
        return new Foresight("call", new Recognition("call", models, Runnable::run, new ModelThreads(), PATIENCE), assistant(kind), synthesis, spareTime(), (turn, words) -> { },
                () -> nowNs);
    }

    private SpareTime spareTime() {
        return new SpareTime() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public boolean isAmple() {
                return ample;
            }
        };
    }

    private static AudioClip loud() {
        float[] samples = new float[16_000];
        Arrays.fill(samples, 0.1f);
        return new AudioClip(16_000, samples);
    }

    private Assistant assistant(Kind kind) {
        return new Assistant() {
            @Override
            public boolean answersAtOnce(Company company) {
                return kind == Kind.AT_ONCE;
            }

            @Override
            public boolean takesGuesses(Company company) {
                return kind != Kind.UNASKED;
            }

            @Override
            public Reply reply(Turn turn, Consumer<GenerationEvent> listener) {
                asked.add(turn);
                if (fails) {
                    listener.accept(new GenerationEvent.Failed("too many requests"));
                    return () -> closed.add(turn);
                }
                Runnable answer = () -> {
                    listener.accept(new GenerationEvent.Text("We open at five. "));
                    listener.accept(new GenerationEvent.Text("On Sundays at noon."));
                    listener.accept(new GenerationEvent.Ended());
                };
                if (answersLater) {
                    later.add(answer);
                } else {
                    answer.run();
                }
                return () -> closed.add(turn);
            }

            @Override
            public void forget(String callId) { }
        };
    }
}
