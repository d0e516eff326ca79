package switchboard.llm.receptionist.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActModelTest {

    @Test
    void the_nearest_act_is_the_most_probable_and_all_are_one() {
        Map<Act, Double> likely = model().probabilities(new float[] {0, 1});

        assertThat(new Clause("", likely).act()).isEqualTo(Act.MOVE);
        assertThat(new Clause("", likely).is(Act.values())).isCloseTo(1, within(1e-9));
    }

    @Test
    void what_is_written_is_read() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        model().write(file);

        assertThat(ActModel.read(new ByteArrayInputStream(file.toByteArray())).weights()).isDeepEqualTo(model().weights());
    }

    @Test
    void a_file_that_was_cut_off_says_what_to_do() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        model().write(file);
        byte[] cut = Arrays.copyOf(file.toByteArray(), file.size() - 4);

        assertThatThrownBy(() -> ActModel.read(new ByteArrayInputStream(cut))).isInstanceOf(IOException.class).hasMessageContaining("bench/run acts fit");
    }

    @Test
    void rows_of_several_lengths_are_refused() {
        float[][] weights = new float[Act.values().length][3];
        weights[1] = new float[2];

        assertThatThrownBy(() -> new ActModel("minilm", "2.0", weights)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3").hasMessageContaining("2");
    }

    @Test
    void the_one_that_is_shipped_fits_the_embedder() {
        assertThat(ActModel.fitted().embedder()).isEqualTo(ActModel.EMBEDDER);
        assertThat(ActModel.fitted().dimensions()).isEqualTo(768);
    }

    @Test
    void clauses_are_embedded_once() {
        AtomicInteger embedded = new AtomicInteger();
        ActReader reader = new ActReader(model(), clause -> {
            embedded.incrementAndGet();
            return Optional.of(new float[] {1, 0});
        });

        assertThat(reader.read("a table please")).extracting(Clause::act).containsExactly(Act.BOOK);
        assertThat(reader.read("a table please")).hasSize(1);
        assertThat(embedded).hasValue(1);
    }

    @Test
    void without_the_embedder_or_with_anothers_vectors_nothing_is_known() {
        assertThat(new ActReader(model(), clause -> Optional.empty()).read("a table please")).isEmpty();
        assertThat(new ActReader(model(), clause -> Optional.of(new float[5])).read("a table please")).isEmpty();
    }

    @Test
    void an_endless_turn_is_not_read() {
        ActReader reader = new ActReader(model(), clause -> Optional.of(new float[] {1, 0}));

        assertThat(reader.read("A table please. ".repeat(24))).hasSize(24);
        assertThat(reader.read("A table please. ".repeat(25))).isEmpty();
    }

    private static ActModel model() {
        float[][] weights = new float[Act.values().length][3];
        weights[Act.BOOK.ordinal()] = new float[] {5, 0, 0};
        weights[Act.MOVE.ordinal()] = new float[] {0, 5, 0};
        return new ActModel("minilm", "2.0", weights);
    }
}
