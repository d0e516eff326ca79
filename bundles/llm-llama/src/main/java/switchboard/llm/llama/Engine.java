package switchboard.llm.llama;

import java.io.IOException;
import java.util.function.Predicate;
import switchboard.llama.Llama;

/** What this bundle needs of a native model. Thread-safe; a slot is used by one thread at a time. */
interface Engine {

    Llama.Shape shape();

    /** Control tokens are recognised in the text. */
    int[] tokens(String text);

    /**
     * Completes a prompt; what the slot remembers of its beginning is not computed again.
     *
     * @param wanted takes each piece of the answer, possibly empty, and says whether more is wanted
     * @throws IOException if the library failed
     */
    void complete(Llama.Completion completion, Predicate<String> wanted) throws IOException;

    static Engine of(Llama llama) {
        return new Engine() {
            @Override
            public Llama.Shape shape() {
                return llama.shape();
            }

            @Override
            public int[] tokens(String text) {
                return llama.tokens(text);
            }

            @Override
            public void complete(Llama.Completion completion, Predicate<String> wanted) throws IOException {
                llama.complete(completion, wanted);
            }
        };
    }
}
