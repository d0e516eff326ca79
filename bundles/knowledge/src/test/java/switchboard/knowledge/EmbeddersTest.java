package switchboard.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.company.CompanyProblem;
import switchboard.api.knowledge.Passage;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.testkit.fake.RankedModels;

/** Embedders go, hang, fail, and are made anew. */
@Timeout(30)
class EmbeddersTest extends KnownCompanies {

    @Test
    void where_the_embedder_of_an_index_is_gone_words_are_looked_for() {
        Models[] now = {new RankedModels().then("one", new Words())};
        CompanyKnowledge exchanged = exchanged(now);
        exchanged.lookAtAll();

        RankedModels other = new RankedModels().then("other", Broken.deaf());
        RankedModels updated = new RankedModels().then("one", Broken.deaf());
        for (RankedModels models : List.of(other, updated)) {
            now[0] = models;
            assertThat(exchanged.search(company("acme"), "how many chairs", 1)).extracting(Passage::text).containsExactly("The garden has forty chairs.");
            assertThat(models.failed).as("another embedder's vectors mean nothing here").isEmpty();
        }
    }

    @Test
    void where_the_embedder_of_an_index_fails_or_hangs_words_are_looked_for() {
        Failing embedder = new Failing(new Words());
        RankedModels models = new RankedModels().then("one", embedder);
        CompanyKnowledge known = start(models);
        known.lookAtAll();

        for (UnaryOperator<float[]> fault : List.<UnaryOperator<float[]>>of(vector -> Broken.deaf().embed(""), vector -> new float[3],
                vector -> new float[vector.length], EmbeddersTest::withoutNumbers, vector -> Broken.stuck().embed(""))) {
            embedder.fault = fault;
            assertThat(known.search(company("acme"), "how many chairs", 1)).extracting(Passage::text).containsExactly("The garden has forty chairs.");
        }
        assertThat(models.failed).hasSize(5).containsOnly("one@1");
        assertThat(models.open).as("who hangs keeps its lease").hasValue(1);
        known.search(company("acme"), "how many chairs", 1);
        assertThat(models.failed).as("and is not asked again").hasSize(5);
    }

    @Test
    void an_embedder_that_was_updated_under_its_version_gives_all_vectors_anew() {
        Models[] now = {new RankedModels().then("one", new Words())};
        CompanyKnowledge exchanged = exchanged(now);
        exchanged.lookAtAll();
        AtomicInteger asked = new AtomicInteger();
        Failing turned = new Failing(new Words());
        turned.fault = vector -> {
            asked.incrementAndGet();
            return reversed(vector);
        };

        now[0] = new RankedModels().then("one", turned);
        exchanged.lookAtAll();
        assertThat(asked).as("passages, and what tells it from the one before").hasValueGreaterThan(3);
        assertThat(exchanged.search(company("acme"), "how many chairs", 1).get(0).similarity()).isPositive();

        int before = asked.get();
        now[0] = new RankedModels().then("one", new Failing(turned));
        exchanged.lookAtAll();
        assertThat(asked).as("one that gives the same finds its vectors on disk").hasValue(before + 1);
    }

    @Test
    void documents_that_the_embedder_cannot_understand_are_a_problem_and_the_last_index_answers() throws IOException {
        RankedModels deaf = new RankedModels().then("one", Broken.deaf());
        Models[] now = {new RankedModels().then("one", new Words())};
        CompanyKnowledge exchanged = exchanged(now);
        exchanged.lookAtAll();
        put("acme", "house.md", "- Something new.");

        now[0] = deaf;
        exchanged.lookAtAll();

        assertThat(exchanged.problems()).extracting(CompanyProblem::message).anyMatch(message -> message.contains("the embedder is gone, fails or hangs"));
        assertThat(exchanged.search(company("acme"), "how many chairs", 1)).extracting(Passage::text).containsExactly("The garden has forty chairs.");
        assertThat(deaf.failed).isNotEmpty();
        assertThat(deaf.open).hasValue(0);
    }

    /** @param now what is warm, as long as it is there */
    private CompanyKnowledge exchanged(Models[] now) {
        return start(new Models() {
            @Override
            public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
                return now[0].lease(kind, filter);
            }

            @Override
            public List<ModelStatus> status() {
                return List.of();
            }
        });
    }

    private static float[] withoutNumbers(float[] vector) {
        vector[0] = Float.NaN;
        return vector;
    }

    private static float[] reversed(float[] vector) {
        for (int i = 0; i < vector.length / 2; i++) {
            float one = vector[i];
            vector[i] = vector[vector.length - 1 - i];
            vector[vector.length - 1 - i] = one;
        }
        return vector;
    }

    /** Spoils what another gives. */
    private static final class Failing implements TextEmbedder {

        private final TextEmbedder well;
        private volatile UnaryOperator<float[]> fault = vector -> vector;

        Failing(TextEmbedder well) {
            this.well = well;
        }

        @Override
        public int dimensions() {
            return well.dimensions();
        }

        @Override
        public float[] embed(String text) {
            return fault.apply(well.embed(text));
        }
    }

    /** @param work does what is wrong */
    private record Broken(Runnable work) implements TextEmbedder {

        static Broken deaf() {
            return new Broken(() -> {
                throw new StackOverflowError();
            });
        }

        /** It does not heed that it is interrupted. */
        static Broken stuck() {
            return new Broken(() -> {
                while (true) {
                    LockSupport.parkNanos(1_000_000_000);
                }
            });
        }

        @Override
        public int dimensions() {
            return 64;
        }

        @Override
        public float[] embed(String text) {
            work.run();
            return new float[64];
        }
    }
}
