package switchboard.llm.receptionist.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.testkit.fake.RankedModels;

class MeaningTest {

    @Test
    void the_embedder_is_lent_for_one_clause() {
        RankedModels models = new RankedModels().then("minilm", embedder(() -> new float[] {1}));

        assertThat(new Meaning(models).of("a table please")).hasValueSatisfying(vector -> assertThat(vector).containsExactly(1));
        assertThat(models.open).hasValue(0);
        assertThat(models.failed).isEmpty();
    }

    @Test
    void without_the_embedder_nothing_is_known() {
        assertThat(new Meaning(new RankedModels()).of("a table please")).isEmpty();
    }

    @Test
    void one_that_fails_is_reported_and_given_back() {
        RankedModels models = new RankedModels().then("minilm", embedder(() -> {
            throw new IllegalStateException("out of order");
        }));

        assertThat(new Meaning(models).of("a table please")).isEmpty();
        assertThat(models.failed).containsExactly("minilm@1");
        assertThat(models.open).hasValue(0);
    }

    @Test
    void one_that_hangs_is_left_until_it_comes_back() {
        CountDownLatch stuck = new CountDownLatch(1);
        RankedModels models = new RankedModels().then("minilm", embedder(() -> {
            awaitWhateverHappens(stuck);
            return new float[] {1};
        }));
        Meaning meaning = new Meaning(models);

        assertThat(meaning.of("a table please")).isEmpty();
        assertThat(meaning.of("for two")).isEmpty();
        assertThat(models.failed).containsExactly("minilm@1");

        stuck.countDown();
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> untilItIsBack(meaning))).isPresent();
        assertThat(models.open).hasValue(0);
    }

    private static Optional<float[]> untilItIsBack(Meaning meaning) throws InterruptedException {
        Optional<float[]> vector = meaning.of("for two");
        while (vector.isEmpty()) {
            Thread.sleep(5);
            vector = meaning.of("for two");
        }
        return vector;
    }

    /** As native code does, it does not care for interrupts. */
    private static void awaitWhateverHappens(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private interface Reading {
        float[] vector();
    }

    private static TextEmbedder embedder(Reading reading) {
        return new TextEmbedder() {
            @Override
            public int dimensions() {
                return 1;
            }

            @Override
            public float[] embed(String text) {
                return reading.vector();
            }
        };
    }
}
