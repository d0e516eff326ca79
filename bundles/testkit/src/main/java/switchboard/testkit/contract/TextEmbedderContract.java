package switchboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.knowledge.TextEmbedder;

/** What every embedder keeps. */
public abstract class TextEmbedderContract extends ModelContract<TextEmbedder> {

    private static final String QUESTION = "What time do you open on Sunday?";

    @Override
    void use(TextEmbedder embedder) {
        embedder.embed(QUESTION);
    }

    @Test
    void like_questions_are_closer_than_unlike_sentences() {
        float[] question = model.embed(QUESTION);
        assertThat(dot(question, model.embed("When are you open on Sundays?")))
                .isGreaterThan(dot(question, model.embed("The engine of the lorry lost oil in the mountains.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {QUESTION, "Größe 42, bitte.", "ここ", "\u0000\ud800", "?!", " ", ""})
    void any_text_has_a_vector_of_length_one(String text) {
        float[] vector = model.embed(text);
        assertThat(vector).hasSize(model.dimensions());
        assertThat(Math.sqrt(dot(vector, vector))).isCloseTo(1, within(0.01));
    }

    @Test
    void a_long_text_is_cut_and_not_refused() {
        any_text_has_a_vector_of_length_one((QUESTION + " ").repeat(1_000));
    }

    @Test
    void each_vector_is_the_callers_own() {
        float[] vector = model.embed(QUESTION);
        vector[0] = 7;
        assertThat(model.embed(QUESTION)[0]).isNotEqualTo(7);
    }

    @Test
    void callers_at_once_get_the_same() throws Exception {
        assertThat(together(() -> model.embed(QUESTION))).allSatisfy(vector -> assertThat(vector).containsExactly(model.embed(QUESTION), within(1e-4f)));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
