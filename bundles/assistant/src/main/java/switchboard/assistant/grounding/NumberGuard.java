package switchboard.assistant.grounding;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent;

/**
 * Stands between a language model and the caller: a sentence with a number that is neither in the facts, nor in what tools
 * answered, nor in the conversation is not spoken; once in an answer the caller is told instead that this is not known.
 * Sentences are passed on whole. Events come one after the other, as models send them.
 */
public final class NumberGuard implements Consumer<GenerationEvent> {

    /** The end of a sentence; not the point in "12.50" or "p.m.". */
    private static final Pattern END = Pattern.compile("(?<![.\\s]\\p{L})[.!?](?=\\s)|\\n");

    private final Grounds grounds;
    private final String unknown;
    private final Consumer<GenerationEvent> listener;
    private final StringBuilder held = new StringBuilder();
    private boolean refused;

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
            releaseSentences();
        } else {
            release(held.length());
            listener.accept(event);
        }
    }

    private void releaseSentences() {
        for (Matcher end = END.matcher(held); end.find(); end = END.matcher(held)) {
            release(end.end());
        }
    }

    private void release(int length) {
        String sentence = held.substring(0, length);
        held.delete(0, length);
        if (sentence.isEmpty()) {
            return;
        }
        if (grounds.hold(sentence)) {
            listener.accept(new GenerationEvent.Text(sentence));
        } else if (!refused) {
            refused = true;
            listener.accept(new GenerationEvent.Text((Character.isWhitespace(sentence.charAt(0)) ? " " : "") + unknown));
        }
    }
}
