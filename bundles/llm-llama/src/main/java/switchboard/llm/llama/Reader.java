package switchboard.llm.llama;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import switchboard.llama.Llama;

/**
 * Lets a slot read a prompt in small steps. The native code cannot be stopped before its first word, and reading is what takes
 * long: between two steps a caller may have gone, or a deadline have passed. Thread-safe.
 */
record Reader(Engine engine, Slots slots) {

    /**
     * Reads all but the last step, which the answer itself reads.
     *
     * @param wanted asked before each step
     * @return whether it was wanted to the end; what was read is remembered either way
     */
    boolean read(int slot, int[] prompt, BooleanSupplier wanted) throws IOException {
        int step = engine.shape().batchTokens();
        for (int end = slots.known(slot, prompt) + step; end < prompt.length; end += step) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            step(slot, prompt, end);
        }
        return wanted.getAsBoolean();
    }

    /** Reads a prompt that is not answered now, as far as it is wanted. */
    void study(int slot, int[] prompt, BooleanSupplier wanted) throws IOException {
        if (read(slot, prompt, wanted)) {
            step(slot, prompt, prompt.length);
        }
    }

    /** The library wants to say something: one token, which is not remembered. */
    private void step(int slot, int[] prompt, int end) throws IOException {
        engine.complete(new Llama.Completion(slot, Arrays.copyOf(prompt, end), "", 1, 0), piece -> true);
        slots.reads(slot, prompt, end);
    }
}
