package switchboard.conversation.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import switchboard.conversation.recognition.Recognition;
import switchboard.conversation.speech.CountingVoice;
import switchboard.conversation.speech.Synthesis;

class ForesightTest {

    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("counting", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);
    private static final AudioClip SPEECH = AudioClip.silence(16_000, Duration.ofSeconds(1));

    private final CountingVoice models = new CountingVoice();
    private final List<Assistant.Turn> asked = new ArrayList<>();

    @Test
    void the_first_sounds_of_the_expected_answer_are_given_away_once() throws Exception {
        Foresight foresight = foresight(true);
        foresight.look(ACME, 1, SPEECH, List.of(new Message.Assistant("Hello.")));

        assertThat(foresight.of("We open at five.").orElseThrow().samples()).hasSize(CountingVoice.PIECE);
        assertThat(foresight.of("We open at five.")).isEmpty();
    }

    @Test
    void what_nobody_expected_is_not_there() throws Exception {
        Foresight foresight = foresight(true);
        foresight.look(ACME, 1, SPEECH, List.of());

        assertThat(foresight.of("We are closed.")).isEmpty();
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
    void an_assistant_that_takes_time_or_money_is_not_asked() {
        foresight(false).look(ACME, 1, SPEECH, List.of());

        assertThat(asked).isEmpty();
    }

    @Test
    void when_others_are_at_work_it_does_nothing() throws Exception {
        Foresight busy = new Foresight("call", new Recognition("call", models, Runnable::run), assistant(true), new Synthesis(models), task -> {
            throw new RejectedExecutionException("busy");
        });
        busy.look(ACME, 1, SPEECH, List.of());

        assertThat(busy.of("We open at five.")).isEmpty();
    }

    private Foresight foresight(boolean atOnce) {
        return new Foresight("call", new Recognition("call", models, Runnable::run), assistant(atOnce), new Synthesis(models), Runnable::run);
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
