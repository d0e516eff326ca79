package switchboard.llm.llama;

import switchboard.api.llm.ChatRequest;

/** Fits a conversation into a slot: the oldest turns go first, then the passages that fit least. Stateless. */
final class Window {

    /** More of them cost seconds to read, and the answer is seldom further down. */
    private static final int PASSAGES = 6;

    private Window() {
    }

    /**
     * The tokens of a prompt that leaves room for the answer.
     *
     * @param budget how many tokens it may have
     * @throws IllegalArgumentException if even the instructions and the caller's last words are too long
     */
    static int[] tokens(Engine engine, ChatRequest request, int budget) {
        int question = ChatMl.question(request);
        int passages = Math.min(PASSAGES, request.knowledge().size());
        int[] whole = engine.tokens(ChatMl.prompt(request, 0, passages));
        if (whole.length <= budget) {
            return whole;
        }
        // More than needed, so that the next turns find what the slot remembers, instead of shifting everything each time.
        int target = budget * 3 / 4;
        int[] cut = whole;
        for (int from = 1; from <= question && cut.length > target; from++) {
            cut = engine.tokens(ChatMl.prompt(request, from, passages));
        }
        for (int fewer = passages - 1; fewer >= 0 && cut.length > budget; fewer--) {
            cut = engine.tokens(ChatMl.prompt(request, question, fewer));
        }
        if (cut.length > budget) {
            throw new IllegalArgumentException("the prompt has %d tokens without old turns and facts, %d fit".formatted(cut.length, budget));
        }
        return cut;
    }
}
