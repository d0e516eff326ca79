package switchboard.embedding.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.onnxruntime.Graph;
import switchboard.testkit.TestModels;

@Tag("models")
class MiniLmTest {

    private static MiniLm model;

    @BeforeAll
    static void open() throws Exception {
        model = load();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "When do you open?             | What are your opening hours?      | Do you have vegan dishes?",
        "Where can I leave my car?     | There is parking behind the house | We are closed on Mondays",
        "I want to book a table        | reserve a place for dinner        | cancel the delivery",
        "Do you serve meat-free food?  | vegetarian options on the menu    | the wheelchair entrance"
    })
    void texts_of_like_meaning_are_closer(String text, String like, String unlike) {
        assertThat(cosine(text, like)).isGreaterThan(cosine(text, unlike) + 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "When do you open?", "\u6771\u4eac", "\ud83c\udf45", "\ud83d", "\u0000"})
    void every_text_has_a_vector_of_length_one(String text) {
        float[] vector = model.embed(text);
        assertThat(vector).hasSize(model.dimensions());
        assertThat(Math.sqrt(IntStream.range(0, vector.length).mapToDouble(i -> vector[i] * vector[i]).sum())).isCloseTo(1, within(1e-5));
    }

    @Test
    void what_exceeds_the_limit_is_cut_off() {
        String limit = "table ".repeat(254);
        assertThat(model.embed(limit + "parking")).isEqualTo(model.embed(limit));
        assertThat(model.embed("open ".repeat(100_000))).hasSize(model.dimensions());
    }

    @Test
    void case_and_spaces_make_no_difference() {
        assertThat(model.embed("  WHEN do\nyou open? ")).isEqualTo(model.embed("when do you open?"));
    }

    @Test
    void texts_read_side_by_side_are_read_alike() {
        float[] alone = model.embed("When do you open?");
        assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> model.embed("When do you open?")))
                .allSatisfy(vector -> assertThat(vector).isEqualTo(alone));
    }

    @Test
    void the_graph_from_the_cache_computes_to_the_bit_what_the_published_one_does() throws Exception {
        WordPiece tokenizer = WordPiece.read(TestModels.path("minilm-l6-v2-q", "all-minilm-l6-v2-q-tokenizer.json"));
        try (MiniLm published = MiniLm.open(Graph.open("MiniLM", TestModels.path("minilm-l6-v2-q", "all-minilm-l6-v2-q.onnx")), tokenizer)) {
            String text = "Do you have a table for four on Friday?";
            assertThat(model.embed(text)).isEqualTo(published.embed(text));
        }
    }

    @Test
    void a_retired_model_refuses_and_closing_twice_is_harmless() throws Exception {
        MiniLm retired = load();
        retired.close();
        retired.close();
        assertThatIllegalStateException().isThrownBy(() -> retired.embed("hello")).withMessage("MiniLM has been retired");
    }

    static MiniLm load() throws Exception {
        return MiniLmModel.load(new TestModels());
    }

    private static double cosine(String one, String other) {
        float[] a = model.embed(one);
        float[] b = model.embed(other);
        return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
    }
}
