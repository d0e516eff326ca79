package switchboard.plugins.sample;

import java.util.Locale;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.ModelDescription;

/** Puts a question closer to its paraphrase than to another matter. */
final class EmbeddingSample implements Sample<TextEmbedder> {

    private static final double TOLERANCE = 0.01;

    @Override
    public String check(TextEmbedder model, ModelDescription<TextEmbedder> description) throws Unfit {
        float[] question = embed(model, "What time do you open on Sunday?");
        double alike = dot(question, embed(model, "When are you open on Sundays?"));
        double different = dot(question, embed(model, "The engine of the lorry lost oil in the mountains."));
        String finding = String.format(Locale.ROOT, "cosine %.2f for like sentences, %.2f for unlike ones", alike, different);
        if (!(alike > different)) {
            throw new Unfit("it does not tell meanings apart: " + finding, "Check the model's file, its vocabulary and its pooling.");
        }
        return finding;
    }

    private static float[] embed(TextEmbedder model, String text) throws Unfit {
        float[] vector = Unfit.given(model.embed(text), "embed()");
        double length = Math.sqrt(dot(vector, vector));
        if (vector.length != model.dimensions() || !(Math.abs(length - 1) < TOLERANCE)) {
            throw new Unfit("it gave a vector of %d dimensions and length %s".formatted(vector.length, length),
                    "embed() returns dimensions() numbers, normalised to length one.");
        }
        return vector;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
