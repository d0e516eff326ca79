package switchboard.assistant;

import java.util.Locale;
import java.util.Optional;
import switchboard.api.assistant.Assistant.Turn;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolCall;

/**
 * Something with a side effect that was read back to the caller and waits for the yes.
 *
 * @param use      as the model asked for it, with arguments that fit
 * @param call     what will be run
 * @param readBack as spoken
 * @param turn     the turn in which it was read back last
 */
record Proposal(Message.ToolUse use, ToolCall call, String readBack, int turn) {

    /** Read back once more. */
    Proposal repeatedIn(Turn again) {
        return new Proposal(use, call, readBack, again.number());
    }

    /** Whether it takes something away, as the tool's name tells. */
    boolean cancels() {
        return use.name().matches("(.*_)?(cancel|delete|remove)(_.*)?");
    }

    /** Whether a turn may answer it: it comes later (a turn that goes on is asked again), and from the same company's caller. */
    boolean mayBeAnsweredBy(Turn answer) {
        return turn < answer.number() && call.company().id().equals(answer.company().id());
    }

    /**
     * Whether the caller has heard it, apart from its last sentence ("Is that right?"), which few wait for. A yes to what
     * was interrupted before that is no yes to it.
     */
    boolean wasHeardIn(Turn answer) {
        String content = readBack.strip().replaceFirst("(?<=[.!?])\\s+[^.!?]*[.!?]+$", "");
        return lastReply(answer).filter(reply -> letters(reply).contains(letters(content))).isPresent();
    }

    static Optional<String> lastReply(Turn turn) {
        StringBuilder reply = new StringBuilder();
        for (int i = turn.conversation().size() - 2; i >= 0 && !(turn.conversation().get(i) instanceof Message.User); i--) {
            reply.insert(0, turn.conversation().get(i).text() + " ");
        }
        return reply.isEmpty() ? Optional.empty() : Optional.of(reply.toString());
    }

    /** What is left when clauses were joined in another way. */
    static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
