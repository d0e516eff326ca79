package de.kherud.llama;

import java.io.IOException;

/**
 * One completion, given as llama.cpp's own JSON: java-llama.cpp publishes neither the choice of a slot ({@code id_slot}) nor a
 * prompt of tokens, which its native side reads. Confined to one thread.
 *
 * <p>The native {@code recv} never returns for a task that was cancelled: whoever waits in {@link #next} must be the one who
 * cancels, between two pieces.
 *
 * @see <a href="https://github.com/kherud/java-llama.cpp/blob/v4.2.0/src/main/cpp/jllama.cpp">jllama.cpp, requestCompletion</a>
 */
public final class RawCompletion implements AutoCloseable {

    private final LlamaModel model;
    private final int task;
    private boolean over;

    private RawCompletion(LlamaModel model, int task) {
        this.model = model;
        this.task = task;
    }

    /**
     * Hands the request over and returns.
     *
     * @param json well-formed, or the JVM aborts
     * @throws IOException if a parameter is refused
     */
    public static RawCompletion start(LlamaModel model, String json) throws IOException {
        try {
            return new RawCompletion(model, model.requestCompletion(json));
        } catch (LlamaException e) {
            throw new IOException("llama.cpp refused the request: " + e.getMessage(), e);
        }
    }

    public boolean over() {
        return over;
    }

    /**
     * Waits for the next piece of text; may be empty.
     *
     * @throws IOException if the completion failed
     */
    public String next() throws IOException {
        try {
            LlamaOutput output = model.receiveCompletion(task);
            over = output.stop;
            return output.text;
        } catch (LlamaException e) {
            over = true;
            throw new IOException("llama.cpp failed: " + e.getMessage(), e);
        }
    }

    /** Stops the work if it is not over. */
    @Override
    public void close() {
        if (!over) {
            over = true;
            model.cancelCompletion(task);
        }
    }
}
