package switchboard.assistant.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Failed;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.Lease;

class BoundedAnswerTest {

    private static final Failed NO_END = new Failed("the language model finds no end");

    private final List<GenerationEvent> heard = new ArrayList<>();
    private final List<String> noticed = new ArrayList<>();

    @Test
    void a_long_answer_is_heard_out() {
        say(Stream.concat(Stream.generate(() -> new Text("and so on ")).limit(300), Stream.of(new Ended())));

        assertThat(heard).hasSize(301).endsWith(new Ended());
        assertThat(noticed).isEmpty();
    }

    @Test
    void one_that_finds_no_end_is_ended_once() {
        say(Stream.generate(() -> new Text("and so on ")).limit(10_000));

        assertThat(heard).hasSize(BoundedAnswer.LONGEST / 11 + 1).endsWith(NO_END);
        assertThat(noticed).containsExactly("endless");
    }

    @Test
    void so_is_one_whose_pieces_are_empty_and_one_in_a_single_piece() {
        say(Stream.generate(() -> new Text("")).limit(10_000));
        assertThat(heard).endsWith(NO_END);

        heard.clear();
        say(Stream.of(new Text("a".repeat(1_000_000)), new Ended()));
        assertThat(heard).containsExactly(NO_END);
    }

    @Test
    void its_model_is_cancelled_and_counts_as_failed() {
        Endless model = new Endless();
        LeasedGeneration.start(model, null, heard::add, new LeasedGeneration.Care(Optional::empty, (owner, verdict) -> noticed.add(owner + " " + verdict),
                (guarded, listener) -> listener, (owner, asking) -> asking.run(), (delay, ring) -> () -> { }));
        assertThat(noticed).isEmpty();

        model.speak();

        assertThat(heard).endsWith(NO_END);
        assertThat(noticed).containsExactly("failed", "cancelled", "endless FAILED", "given back");
    }

    private void say(Stream<? extends GenerationEvent> events) {
        events.forEach(new BoundedAnswer(heard::add, () -> noticed.add("endless")));
    }

    /** Speaks when it is told to, which is after generate() has returned. */
    private final class Endless implements LanguageModel, Lease<LanguageModel> {

        private final AtomicReference<Consumer<GenerationEvent>> listener = new AtomicReference<>();

        @Override
        public Generation generate(ChatRequest request, Consumer<GenerationEvent> to) {
            listener.set(to);
            return () -> noticed.add("cancelled");
        }

        void speak() {
            Stream.generate(() -> new Text("and so on ")).limit(10_000).forEach(listener.get());
        }

        @Override
        public LanguageModel model() {
            return this;
        }

        @Override
        public String owner() {
            return "endless";
        }

        @Override
        public void failed(Throwable cause) {
            noticed.add("failed");
        }

        @Override
        public void close() {
            noticed.add("given back");
        }
    }
}
