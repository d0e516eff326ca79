package switchboard.embedding.minilm;

import switchboard.api.knowledge.TextEmbedder;

/**
 * Two small models side by side: a text's vector is MiniLM's followed by E5's, so that the cosine of two texts is the mean of what
 * both think of them. They err on different questions. Thread-safe.
 *
 * @param miniLm all-MiniLM-L6-v2
 */
record PairedEmbedder(SentenceEncoder miniLm, E5 e5) implements TextEmbedder, AutoCloseable {

    /**
     * Proves the models: a question must be nearer to its paraphrase than to another question.
     *
     * @param miniLm is given away, as is E5's encoder; both are closed if it fails
     * @throws IllegalStateException if it is not
     */
    static PairedEmbedder open(SentenceEncoder miniLm, E5 e5) {
        PairedEmbedder pair = new PairedEmbedder(miniLm, e5);
        try {
            pair.warmUp();
            return pair;
        } catch (RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    @Override
    public int dimensions() {
        return 2 * SentenceEncoder.DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        return together(miniLm.encode(text), e5.passage(text));
    }

    @Override
    public float[] embedQuestion(String question) {
        return together(miniLm.encode(question), e5.question(question));
    }

    /** Waits for texts being read, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        try (SentenceEncoder other = e5.encoder()) {
            miniLm.close();
        }
    }

    private static float[] together(float[] one, float[] other) {
        float[] both = new float[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return Vectors.toLengthOne(both);
    }

    private void warmUp() {
        float[] question = embedQuestion("When do you open on Sunday?");
        double like = Vectors.dot(question, embed("What are your opening hours at the weekend?"));
        double unlike = Vectors.dot(question, embed("Is there somewhere to park the car?"));
        // Written so that NaN fails too.
        if (!(like > unlike)) {
            throw new IllegalStateException("the embedder failed its warm-up: two like questions are at %.3f, two unlike ones at %.3f"
                    .formatted(like, unlike));
        }
    }
}
