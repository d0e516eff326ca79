package switchboard.assistant.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import switchboard.api.company.Company;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.testkit.fake.FixedLease;

class BrainsTest {

    private final Models models = new Models() {
        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return filter.equals("(model=none)") ? Optional.empty() : Optional.of(new FixedLease<>(kind.cast(new Guesser())));
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }
    };
    private final Brains brains = new Brains(models, Clock.systemUTC(), Runnable::run, (delay, task) -> () -> { });

    private static final class Guesser implements LanguageModel {

        @Override
        public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
            return () -> { };
        }

        @Override
        public boolean takesGuesses() {
            return true;
        }
    }

    @Test
    void a_model_that_takes_guesses_is_asked_on_them_unless_the_company_does_not_want_that() {
        assertThat(brains.takeGuesses(company("", true))).isTrue();
        assertThat(brains.takeGuesses(company("", false))).isFalse();
        assertThat(brains.answerAtOnce(company("", true))).as("it takes its time").isFalse();
    }

    @Test
    void without_a_model_nobody_is_asked() {
        assertThat(brains.takeGuesses(company("(model=none)", true))).isFalse();
    }

    private static Company company(String model, boolean guesses) {
        var settings = new LanguageModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), 0, 200, guesses);
        return new Company("acme", "Acme", "en", "Hello.", "", "", new Company.Voice("v", 1), new Company.ModelChoice("", "", "", model, ""),
                settings, Company.Endpointing.DEFAULT, Optional.empty(), Company.CallLimits.DEFAULT);
    }
}
