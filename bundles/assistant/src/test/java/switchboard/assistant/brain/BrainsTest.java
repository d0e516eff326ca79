package switchboard.assistant.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.company.Company;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.testkit.fake.FakeClock;
import switchboard.testkit.fake.FixedLease;
import switchboard.testkit.fake.RankedModels;

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
    private final Brains brains = brains(models);
    private final LanguageModel failing = answering(true, new GenerationEvent.Failed("out of breath"));
    private final LanguageModel unconfigured = answering(false, new GenerationEvent.Failed("no endpoint"));

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

    @Test
    @Timeout(60)
    void a_model_that_does_not_come_back_is_not_asked_until_it_does_whoever_waits_for_it() throws Exception {
        Hanging hanging = new Hanging();
        Hanging other = new Hanging();
        other.back.countDown();
        FakeClock clock = new FakeClock();
        List<Thread> threads = new ArrayList<>();
        Brains brains = new Brains(new RankedModels().then("hanging", hanging).then("other", other), clock, task -> {
            threads.add(new Thread(task));
            threads.get(threads.size() - 1).start();
        }, (delay, task) -> () -> { });
        Runnable ask = () -> brains.generate("call", company("", true), null, event -> { }).close();

        ask.run();
        ask.run();
        hanging.asked.acquire(2);
        clock.pass(LeasedGeneration.PATIENCE);
        ask.run();
        other.asked.acquire();

        hanging.back.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        ask.run();
        hanging.asked.acquire();
    }

    @Test
    void a_model_that_cannot_answer_for_a_company_does_not_stand_in_for_one_that_fails() {
        List<GenerationEvent> heard = new ArrayList<>();
        brains(new RankedModels().then("failing", failing).then("unconfigured", unconfigured)).generate("call", company("", true), null, heard::add);

        assertThat(heard).containsExactly(new GenerationEvent.Failed("out of breath"));
    }

    @Test
    void the_next_that_can_is_asked() {
        List<GenerationEvent> heard = new ArrayList<>();
        LanguageModel other = answering(true, new GenerationEvent.Text("Hello."));
        brains(new RankedModels().then("failing", failing).then("unconfigured", unconfigured).then("other", other))
                .generate("call", company("", true), null, heard::add);

        assertThat(heard).containsExactly(new GenerationEvent.Text("Hello."));
    }

    @Test
    void an_answer_is_that_of_the_model_that_gave_it() {
        OwnedGeneration answer = brains(new RankedModels().then("failing", failing).then("other", answering(true, new GenerationEvent.Text("Yes."))))
                .generate("call", company("", true), null, event -> { });

        assertThat(answer.owner()).contains("other@1");
        assertThat(brains(new RankedModels()).generate("call", company("", true), null, event -> { }).owner()).isEmpty();
    }

    private static Brains brains(Models models) {
        return new Brains(models, Clock.systemUTC(), Runnable::run, (delay, task) -> () -> { });
    }

    private static LanguageModel answering(boolean serves, GenerationEvent event) {
        return new LanguageModel() {
            @Override
            public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
                listener.accept(event);
                return () -> { };
            }

            @Override
            public boolean serves(LanguageModelSettings settings) {
                return serves;
            }

            @Override
            public boolean inventsNothing() {
                return true;
            }
        };
    }

    private static final class Hanging implements LanguageModel {

        private final Semaphore asked = new Semaphore(0);
        private final CountDownLatch back = new CountDownLatch(1);

        @Override
        public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
            asked.release();
            try {
                back.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return () -> { };
        }

        @Override
        public boolean inventsNothing() {
            return true;
        }
    }

    private static Company company(String model, boolean guesses) {
        var settings = new LanguageModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), 0, 200, guesses);
        return new Company("acme", "Acme", "en", "Hello.", "", "", new Company.Voice("v", 1), new Company.ModelChoice("", "", "", model, ""),
                settings, Company.Endpointing.DEFAULT, Optional.empty(), Company.CallLimits.DEFAULT);
    }
}
