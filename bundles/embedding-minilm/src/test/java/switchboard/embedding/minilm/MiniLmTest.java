package switchboard.embedding.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.onnxruntime.Graph;
import switchboard.testkit.TestModels;

@Tag("models")
class MiniLmTest {

    private static PairedEmbedder model;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Is the water warm?                | The pool is heated to twenty-eight degrees.   | Towels can be hired at the desk.",
        "She threw up last night           | After sickness she stays at home for two days | Breakfast is at eight.",
        "Does it matter that I'm diabetic? | Anybody with an illness asks the doctor first | We are closed on Mondays."
    })
    void a_question_is_nearer_to_what_answers_it(String question, String answer, String other) {
        assertThat(Vectors.dot(model.embedQuestion(question), model.embed(answer))).isGreaterThan(Vectors.dot(model.embedQuestion(question), model.embed(other)));
    }

    @Test
    void questions_without_anything_in_common_are_as_far_apart_as_of_any_embedder() {
        assertThat(Vectors.dot(model.embedQuestion("Is there somewhere to park?"), model.embed("Our oldest horse is called Bella."))).isBetween(-0.2, 0.2);
    }

    @Test
    void what_vectors_have_in_common_is_read_as_it_was_written(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("common");
        model.e5().write(file);
        E5 read = E5.read(model.e5().encoder(), file);
        assertThat(read.question("When?")).isEqualTo(model.e5().question("When?"));
        assertThat(read.passage("Now.")).isEqualTo(model.e5().passage("Now."));
    }

    @Test
    void a_damaged_file_of_it_is_refused(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("common"), new byte[12]);
        assertThatIOException().isThrownBy(() -> E5.read(model.e5().encoder(), file)).withMessageContaining("has 3 numbers; 768 were expected");
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
        String text = "Do you have a table for four on Friday?";
        try (SentenceEncoder published = new SentenceEncoder(Graph.open("MiniLM", TestModels.path("minilm-l6-v2-q", "all-minilm-l6-v2-q.onnx")), tokenizer)) {
            assertThat(model.miniLm().encode(text)).isEqualTo(published.encode(text));
        }
        try (SentenceEncoder published = new SentenceEncoder(Graph.open("E5", TestModels.path("e5-small-v2-q", "e5-small-v2-q.onnx")), tokenizer)) {
            assertThat(model.e5().encoder().encode(text)).isEqualTo(published.encode(text));
        }
    }

    @Test
    void a_retired_model_refuses_and_closing_twice_is_harmless() throws Exception {
        PairedEmbedder retired = load();
        retired.close();
        retired.close();
        assertThatIllegalStateException().isThrownBy(() -> retired.embed("hello")).withMessage("MiniLM has been retired");
    }

    static PairedEmbedder load() throws Exception {
        return MiniLmModel.load(new TestModels());
    }

    private static double cosine(String one, String other) {
        return Vectors.dot(model.embed(one), model.embed(other));
    }
}
