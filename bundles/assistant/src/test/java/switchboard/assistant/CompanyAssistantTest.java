package switchboard.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Failed;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.assistant.brain.Brains;
import switchboard.assistant.tool.ToolRunner;
import switchboard.assistant.tool.Toolbox;

class CompanyAssistantTest {

    private static final Company ACME = choosing("(model=chosen)");

    private static Company choosing(String languageModel) {
        return new Company("acme", "Acme", "en", "Hello.", "You are Acme's receptionist.", "",
                new Company.Voice("af_heart", 1), new Company.ModelChoice("", "", "", languageModel, ""), LanguageModelSettings.EMBEDDED,
                Company.Endpointing.DEFAULT, Optional.<Path>empty(), Company.CallLimits.DEFAULT);
    }

    private final List<GenerationEvent> heard = new ArrayList<>();
    private Runnable alarm = () -> { };
    private final List<String> searched = new ArrayList<>();
    private final ScriptedModel chosen = new ScriptedModel("chosen@1.0");
    private final ScriptedModel other = new ScriptedModel("other@1.0");
    private final Toolbox toolbox = new Toolbox(List.of());
    private final CompanyTime time = new CompanyTime(Clock.systemUTC(), Optional::empty);
    private final Knowledge knowledge = (company, question, limit) -> {
        searched.add(question);
        return List.of(new Passage("We open at noon.", "house.md", 0.7), new Passage("Dogs are welcome.", "house.md", 0.05));
    };
    private final CompanyAssistant assistant = new CompanyAssistant(new Desk(new Brains(new TwoModels(), Clock.systemUTC(), Runnable::run, this::setAlarm),
            new Briefing(knowledge, toolbox, time), toolbox, new ToolRunner(Runnable::run, (delay, task) -> () -> {}), new CallNotes()), () -> {});

    @Test
    void the_model_sees_the_same_core_every_turn_and_the_facts_of_this_one() {
        ask("When do you open on Sunday?");
        ask("Where can I park my car?");

        assertThat(chosen.requests).hasSize(2);
        assertThat(chosen.requests.get(0).instructions()).isEqualTo(chosen.requests.get(1).instructions()).startsWith("You are Acme's receptionist.");
        assertThat(chosen.requests.get(0).knowledge()).extracting(Passage::text).containsExactly("We open at noon.");
    }

    @Test
    void a_short_question_is_looked_up_together_with_the_one_before() {
        assistant.reply(new Assistant.Turn(ACME, "call", 1, List.of(new Message.User("When do you open on Saturday?"), new Message.Assistant("At five."),
                new Message.User("And on Sunday?"))), heard::add);

        assertThat(searched).containsExactly("When do you open on Saturday? And on Sunday?", "And on Sunday?");
    }

    @Test
    void a_question_about_what_stands_before_it_is_looked_up_alone() {
        assistant.reply(new Assistant.Turn(ACME, "call", 1, List.of(new Message.User("Can you bake a cake?"), new Message.Assistant("Yes."),
                new Message.User("I'm coeliac, is that a problem?"))), heard::add);

        assertThat(searched).containsExactly("I'm coeliac, is that a problem?");
    }

    @Test
    void the_lease_is_given_back_when_the_answer_has_ended() {
        chosen.script(new Text("At noon."), new Ended());
        ask("When do you open on Sunday?");

        assertThat(heard).containsExactly(new Text("At noon."), new Ended());
        assertThat(chosen.leases).isZero();
    }

    @Test
    void the_lease_is_given_back_when_the_answer_is_cancelled() {
        Generation generation = ask("When do you open on Sunday?");
        assertThat(chosen.leases).isEqualTo(1);

        generation.close();

        assertThat(chosen.leases).isZero();
        assertThat(chosen.cancelled).isTrue();
    }

    /** Whether the company chose it, or it is only the best there is. */
    @ParameterizedTest
    @ValueSource(strings = {"(model=chosen)", ""})
    void another_model_answers_when_the_chosen_one_fails_at_once(String choice) {
        chosen.script(new Failed("endpoint answered 500"));
        other.script(new Text("At noon."), new Ended());
        assistant.reply(new Assistant.Turn(choosing(choice), "call", 1, List.of(new Message.User("When do you open on Sunday?"))), heard::add);

        assertThat(heard).containsExactly(new Text("At noon."), new Ended());
        assertThat(chosen.leases + other.leases).isZero();
    }

    @Test
    void another_model_answers_when_the_chosen_one_ends_without_a_word() {
        chosen.script(new Ended());
        other.script(new Text("At noon."), new Ended());
        ask("When do you open on Sunday?");

        assertThat(heard).containsExactly(new Text("At noon."), new Ended());
        assertThat(chosen.leases + other.leases).isZero();
    }

    @Test
    void a_model_that_fails_in_mid_sentence_is_not_replaced() {
        chosen.script(new Text("At "), new Failed("stream cut"));
        other.script(new Text("At noon."), new Ended());
        ask("When do you open on Sunday?");

        assertThat(heard).containsExactly(new Text("At "), new Failed("stream cut"));
        assertThat(chosen.leases).isZero();
    }

    @Test
    void two_models_that_fail_are_one_failure() {
        chosen.script(new Failed("endpoint answered 500"));
        other.script(new Failed("no idea"));
        ask("When do you open on Sunday?");

        assertThat(heard).containsExactly(new Failed("no idea"));
        assertThat(chosen.leases + other.leases).isZero();
    }

    @Test
    void a_model_that_fails_again_and_again_is_passed_over() {
        other.script(new Text("At noon."), new Ended());
        chosen.script(new Failed("endpoint answered 500"));
        for (int i = 0; i < 5; i++) {
            ask("When do you open on Sunday?");
        }

        assertThat(chosen.requests).hasSize(3);
        assertThat(other.requests).hasSize(5);
        assertThat(chosen.leases + other.leases).isZero();
    }

    @Test
    void a_model_that_throws_has_failed() {
        chosen.bug = Optional.of(new IllegalStateException("retired"));
        other.script(new Text("At noon."), new Ended());
        ask("When do you open on Sunday?");

        assertThat(heard).containsExactly(new Text("At noon."), new Ended());
        assertThat(chosen.leases + other.leases).isZero();
    }

    /** Whatever it says of itself. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_model_that_is_silent_is_left_for_another(boolean answersAtOnce) {
        chosen.answersAtOnce = answersAtOnce;
        ask("When do you open on Sunday?");
        other.script(new Text("At noon."), new Ended());
        alarm.run();

        assertThat(heard).containsExactly(new Text("At noon."), new Ended());
        assertThat(chosen.cancelled).isTrue();
        assertThat(chosen.leases + other.leases).isZero();
    }

    @Test
    void nobody_waits_again_at_once_for_a_model_that_was_silent() {
        ask("When do you open on Sunday?");
        other.script(new Text("At noon."), new Ended());
        alarm.run();
        ask("And on Monday?");

        assertThat(chosen.requests).hasSize(1);
        assertThat(heard).containsExactly(new Text("At noon."), new Ended(), new Text("At noon."), new Ended());
    }

    @Test
    void a_model_that_has_begun_is_not_left() {
        chosen.script(new Text("We do. "), new Text("And "));
        Generation answer = ask("When do you open on Sunday?");
        alarm.run();
        answer.close();

        assertThat(heard).isNotEmpty();
        assertThat(other.requests).isEmpty();
        assertThat(chosen.leases + other.leases).isZero();
    }

    private Runnable setAlarm(Duration delay, Runnable task) {
        alarm = task;
        return () -> { };
    }

    private Generation ask(String question) {
        return assistant.reply(new Assistant.Turn(ACME, "call", 1, List.of(new Message.User(question))), heard::add);
    }

    private final class TwoModels implements Models {

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return Optional.of(chosen.lease(kind));
        }

        @Override
        public <S> Optional<Lease<S>> leaseAnother(Class<S> kind, String filter, String callId, Set<String> except) {
            ScriptedModel model = except.contains(chosen.owner) ? other : chosen;
            return filter.equals("(model=chosen)") && model == other ? Optional.empty() : Optional.of(model.lease(kind));
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }
    }

    private static final class ScriptedModel implements LanguageModel {

        private final String owner;
        private final List<ChatRequest> requests = new ArrayList<>();
        private List<GenerationEvent> script = List.of();
        private Optional<RuntimeException> bug = Optional.empty();
        private int leases;
        private boolean cancelled;
        private boolean answersAtOnce;

        ScriptedModel(String owner) {
            this.owner = owner;
        }

        void script(GenerationEvent... events) {
            script = List.of(events);
        }

        @Override
        public boolean answersAtOnce() {
            return answersAtOnce;
        }

        @Override
        public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
            requests.add(request);
            if (bug.isPresent()) {
                throw bug.get();
            }
            script.forEach(listener);
            return () -> cancelled = true;
        }

        <S> Lease<S> lease(Class<S> kind) {
            leases++;
            return new Lease<>() {

                private boolean open = true;

                @Override
                public S model() {
                    return kind.cast(ScriptedModel.this);
                }

                @Override
                public String owner() {
                    return owner;
                }

                @Override
                public void close() {
                    if (open) {
                        open = false;
                        leases--;
                    }
                }
            };
        }
    }
}
