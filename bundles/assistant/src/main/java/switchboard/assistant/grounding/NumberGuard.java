package switchboard.assistant.grounding;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent;

/**
 * Stands between a language model and the caller: a sentence with a number that is neither in the facts, nor in what tools
 * answered, nor in the conversation is not spoken from the clause with that number on; once in an answer the caller is told
 * instead that this is not known. Clauses are passed on whole, since speech begins with the first of them. Events come one after the other, as models send them.
 */
public final class NumberGuard implements Consumer<GenerationEvent> {

    /** The end of a clause or a sentence, with the space by which it is known; not the point in "12.50" or "p.m.", nor the comma in "1,200". */
    private static final Pattern END = Pattern.compile("(?<![.\\s]\\p{L})[.!?]\\s|[,;:]\\s|\\n");
    private static final String WITHIN_SENTENCE = ",;:";

    private final Grounds grounds;
    private final String unknown;
    private final Consumer<GenerationEvent> listener;
    private final StringBuilder held = new StringBuilder();
    private boolean refused;
    /** What follows belongs to a sentence that is not spoken to its end. */
    private boolean skipping;

    /** @param unknown what is said instead, a sentence */
    public NumberGuard(ChatRequest request, String unknown, Consumer<GenerationEvent> listener) {
        this.grounds = Grounds.of(request);
        this.unknown = unknown;
        this.listener = listener;
    }

    @Override
    public void accept(GenerationEvent event) {
        if (event instanceof GenerationEvent.Text text) {
            held.append(text.text());
            releaseClauses();
        } else {
            release(held.length());
            listener.accept(event);
        }
    }

    private void releaseClauses() {
        for (Matcher end = END.matcher(held); end.find(); end = END.matcher(held)) {
            release(end.end());
        }
    }

    private void release(int length) {
        String clause = held.substring(0, length);
        held.delete(0, length);
        if (clause.isEmpty()) {
            return;
        }
        boolean skipped = skipping;
        boolean holds = !skipped && grounds.hold(clause);
        skipping = (skipped || !holds) && endsWithinSentence(clause);
        if (holds) {
            listener.accept(new GenerationEvent.Text(clause));
        } else if (!skipped && !refused) {
            refused = true;
            listener.accept(new GenerationEvent.Text((Character.isWhitespace(clause.charAt(0)) ? " " : "") + unknown + " "));
        }
    }

    private static boolean endsWithinSentence(String clause) {
        String text = clause.stripTrailing();
        return !text.isEmpty() && WITHIN_SENTENCE.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
