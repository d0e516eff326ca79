package switchboard.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import switchboard.api.knowledge.Passage;

/** What matter questions and passages are about, by weights that need no embedder: two matters, two numbers in a vector. */
class MattersTest {

    private static final Matters TWO = new Matters(new float[][] {{9, 0, 0}, {0, 9, 0}}, new float[][] {{9, 0, 0}, {0, 9, 0}});
    private static final float[] ONE = {1, 0};
    private static final float[] OTHER = {0, 1};

    @Test
    void a_passage_of_the_same_matter_is_told_from_one_of_another() {
        float[] asked = TWO.ofQuestion(ONE);

        assertThat(asked[0] + asked[1]).isCloseTo(1, within(1e-5f));
        assertThat(Matters.same(asked, TWO.ofPassage(ONE))).isGreaterThan(0.99);
        assertThat(Matters.same(asked, TWO.ofPassage(OTHER))).isLessThan(0.01);
    }

    @Test
    void what_was_written_is_read_again() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TWO.write(file);
        Matters read = Matters.read(new ByteArrayInputStream(file.toByteArray()));

        assertThat(read.questions()).isDeepEqualTo(TWO.questions());
        assertThat(read.passages()).isDeepEqualTo(TWO.passages());
        assertThatThrownBy(() -> Matters.read(new ByteArrayInputStream(Arrays.copyOf(file.toByteArray(), file.size() - 4)))).isInstanceOf(IOException.class).hasMessageContaining("bench/run matters fit");
    }

    @Test
    void weights_of_two_lengths_are_refused() {
        assertThatThrownBy(() -> new Matters(new float[][] {{1, 2}, {1}}, new float[][] {{1, 2}, {1, 2}})).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("rows of 2 and of 1");
    }

    @Test
    void the_ones_that_are_shipped_are_whole() {
        Matters shipped = Matters.fitted();

        assertThat(shipped.questions().length).isEqualTo(shipped.passages().length).isGreaterThan(50);
        assertThat(shipped.dimensions()).isEqualTo(768);
    }

    @Test
    void what_is_found_tells_whether_it_is_about_the_question_s_matter_if_that_is_known() throws IOException {
        Document document = new Document("house.md", List.of(new Document.Section("", "Parking is free."), new Document.Section("", "Dogs are welcome.")));
        List<Embeddings.Embedded> embedded = List.of(new Embeddings.Embedded(document, List.of(ONE, OTHER)));
        try (PassageIndex known = new PassageIndex(embedded, "en", Optional.of(TWO)); PassageIndex unknown = new PassageIndex(embedded, "en", Optional.empty())) {
            List<Passage> found = known.search("where can i park", ONE, 2);

            assertThat(found).extracting(Passage::text).containsExactly("Parking is free.", "Dogs are welcome.");
            assertThat(found.get(0).sameMatter().orElseThrow()).isGreaterThan(0.99);
            assertThat(found.get(1).sameMatter().orElseThrow()).isLessThan(0.01);
            assertThat(unknown.search("where can i park", ONE, 2)).allMatch(passage -> passage.sameMatter().isEmpty());
            assertThat(known.searchWords("parking", 1)).allMatch(passage -> passage.sameMatter().isEmpty());
        }
    }
}
