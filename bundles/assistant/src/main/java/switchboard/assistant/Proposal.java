package switchboard.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import switchboard.api.assistant.Assistant.Turn;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolCall;
import switchboard.assistant.consent.Consent;
import switchboard.assistant.consent.ConsentReader;

/**
 * Something with a side effect that was read back to the caller and waits for the yes.
 *
 * @param use      as the model asked for it, with arguments that fit
 * @param call     what will be run
 * @param readBack as spoken
 * @param turn     the turn in which it was read back last
 * @param then     what the model wants besides; read back after this is done
 */
record Proposal(Message.ToolUse use, ToolCall call, String readBack, int turn, List<Message.ToolUse> then) {

    /** Read back once more. */
    Proposal repeatedIn(Turn again) {
        return new Proposal(use, call, readBack, again.number(), then);
    }

    /** Whether it takes something away, as the tool's name tells. */
    boolean cancels() {
        return use.name().matches("(.*_)?(cancel|delete|remove)(_.*)?");
    }

    /** Whether these words are a clear yes to it and nothing else. */
    boolean isAgreedTo(String said) {
        return reader().read(said, readBack, cancels()) == Consent.YES;
    }

    /** The yes at the beginning of these words, up to a question about something else. */
    Optional<String> yesBeforeAQuestion(String said) {
        OptionalInt end = reader().yesBeforeAQuestion(said, readBack, cancels());
        return end.isPresent() ? Optional.of(said.substring(0, end.getAsInt())) : Optional.empty();
    }

    private ConsentReader reader() {
        return ConsentReader.of(call.company().language());
    }

    /** Whether a turn may answer it: it comes later (a turn that goes on is asked again), and from the same company's caller. */
    boolean mayBeAnsweredBy(Turn answer) {
        return turn < answer.number() && call.company().id().equals(answer.company().id());
    }

    /**
     * Whether the caller had heard it before a message, apart from a last sentence that only asks ("Is that right?"), which
     * few wait for. A yes to what was interrupted before that is no yes to it, nor is one after other words.
     */
    boolean wasHeardBefore(List<Message> conversation, int index) {
        String[] sentences = readBack.strip().split("(?<=[.!?])\\s+");
        String last = sentences[sentences.length - 1];
        boolean dispensable = sentences.length > 1 && reader().onlyAsks(last);
        String content = letters(dispensable ? readBack.strip().substring(0, readBack.strip().length() - last.length()) : readBack);
        String heard = letters(replyBefore(conversation, index));
        int at = heard.lastIndexOf(content);
        // Whatever was said after it ("Are you still there?") is what the yes may be meant for.
        return at >= 0 && (dispensable ? letters(last) : "").startsWith(heard.substring(at + content.length()));
    }

    /** What the assistant said between the caller's message at an index and the one before. */
    static String replyBefore(List<Message> conversation, int index) {
        StringBuilder reply = new StringBuilder();
        for (int i = index - 1; i >= 0 && !(conversation.get(i) instanceof Message.User); i--) {
            reply.insert(0, conversation.get(i).text() + " ");
        }
        return reply.toString();
    }

    /** What is left when clauses were joined in another way. */
    static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
