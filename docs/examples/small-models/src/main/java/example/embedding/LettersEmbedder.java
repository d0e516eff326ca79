package example.embedding;

import java.util.Locale;
import switchboard.api.knowledge.TextEmbedder;

/** Finds texts alike that share letters, three in a row. Immutable. */
final class LettersEmbedder implements TextEmbedder {

    private static final int DIMENSIONS = 512;
    private static final int LETTERS = 3;
    private static final int MOST_CHARACTERS = 2_000;

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        String cut = text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
        String letters = " " + cut.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i + LETTERS <= letters.length(); i++) {
            vector[Math.floorMod(letters.substring(i, i + LETTERS).hashCode(), DIMENSIONS)]++;
        }
        return normalised(vector);
    }

    /** A text without letters has a vector, too. */
    private static float[] normalised(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        if (squares == 0) {
            vector[0] = 1;
            return vector;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
