package switchboard.embedding.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.testkit.TestModels;

class WordPieceTest {

    private final WordPiece small = new WordPiece(Map.of(
            "[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "un", 3, "##aff", 4, "##able", 5, "table", 6, "##a", 7, "a", 8));

    @Test
    void a_word_becomes_the_longest_pieces_that_are_known() {
        assertThat(small.tokens("unaffable table")).containsExactly(1, 3, 4, 5, 6, 2);
    }

    @Test
    void a_word_with_an_unknown_piece_is_unknown_as_a_whole() {
        assertThat(small.tokens("unaffx table")).containsExactly(1, 0, 6, 2);
    }

    @Test
    void a_word_of_more_than_100_characters_is_unknown() {
        assertThat(small.tokens("a".repeat(100))).hasSize(102);
        assertThat(small.tokens("a".repeat(101))).containsExactly(1, 0, 2);
    }

    @Test
    void an_empty_text_is_but_its_marks() {
        assertThat(small.tokens("")).containsExactly(1, 2);
    }

    @Test
    void a_long_text_is_cut_and_still_ends_with_the_mark() {
        assertThat(small.tokens("table ".repeat(1_000))).hasSize(256).endsWith(6, 2);
        assertThat(small.tokens("unaffable ".repeat(1_000))).hasSize(256).endsWith(2);
    }

    @Test
    void a_vocabulary_without_marks_is_refused() {
        assertThatIllegalStateException().isThrownBy(() -> new WordPiece(Map.of("[UNK]", 0))).withMessage("the vocabulary lacks [CLS]");
    }

    @Test
    void a_file_without_vocabulary_is_refused(@TempDir Path folder) throws IOException {
        for (String content : new String[] {"", "{", "[]", "{}", "{\"model\": {}}", "{\"model\": {\"vocab\": {\"a\": []}}}"}) {
            Path file = Files.writeString(folder.resolve("tokenizer.json"), content);
            assertThatIOException().as(content).isThrownBy(() -> WordPiece.read(file))
                    .withMessage("tokenizer.json holds no WordPiece vocabulary");
        }
    }

    @Test
    void a_compiled_vocabulary_is_the_same_vocabulary(@TempDir Path folder) throws IOException {
        Path published = published(folder, "{\"[SEP]\": 2, \"[UNK]\": 0, \"un\": 3, \"[CLS]\": 1, \"##able\": 4}");
        Path compiled = folder.resolve("compiled");
        WordPiece.write(published, compiled);
        assertThat(WordPiece.readCompiled(compiled).tokens("unable")).containsExactly(WordPiece.read(published).tokens("unable"))
                .containsExactly(1, 3, 4, 2);
    }

    @Test
    void a_vocabulary_that_cannot_be_written_as_lines_is_not(@TempDir Path folder) throws IOException {
        for (String entries : new String[] {"{\"a\": 0, \"b\": 2}", "{\"a\": -1}", "{\"a\\nb\": 0}", "{\"a\\rb\": 0}", "{\"\": 0}"}) {
            Path published = published(folder, entries);
            assertThatIOException().as(entries).isThrownBy(() -> WordPiece.write(published, folder.resolve("compiled")));
        }
    }

    private static Path published(Path folder, String entries) throws IOException {
        return Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": {\"vocab\": %s}}".formatted(entries));
    }

    /** Ids as in the published vocabulary of bert-base-uncased, which is this model's. */
    @Test
    @Tag("models")
    void the_real_vocabulary_gives_the_published_ids(@TempDir Path folder) throws Exception {
        WordPiece real = WordPiece.read(TestModels.path("minilm-l6-v2-q", "all-minilm-l6-v2-q-tokenizer.json"));
        assertThat(real.tokens("Hello, world!")).containsExactly(101, 7592, 1010, 2088, 999, 102);
        assertThat(real.tokens("hello world")).containsExactly(101, 7592, 2088, 102);
        assertThat(real.tokens("unaffable")).containsExactly(101, 14477, 20961, 3468, 102);
        Path compiled = folder.resolve("compiled");
        WordPiece.write(TestModels.path("minilm-l6-v2-q", "all-minilm-l6-v2-q-tokenizer.json"), compiled);
        assertThat(WordPiece.readCompiled(compiled).tokens("Hello, unaffable world!")).containsExactly(real.tokens("Hello, unaffable world!"));
        assertThat(real.tokens("\u266b\u2603")).containsExactly(101, 100, 102);
    }
}
