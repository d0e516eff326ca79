package switchboard.assistant.brain;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import switchboard.api.llm.GenerationEvent;

/**
 * Hears a model out, but not for ever: one that finds no end would be spoken, or held back for its first full stop, without end.
 * What comes after the bound is not listened to. As thread-safe as what it passes events on to.
 */
final class BoundedAnswer implements Consumer<GenerationEvent> {

    /** Characters and pieces; pieces count, because they may be empty. It takes more than three minutes to say so much. */
    static final int LONGEST = 4_000;

    private final Consumer<GenerationEvent> listener;
    private final Runnable endless;
    private final AtomicInteger heard = new AtomicInteger();

    /**
     * @param listener hears that it failed, if it finds no end
     * @param endless  runs before that
     */
    BoundedAnswer(Consumer<GenerationEvent> listener, Runnable endless) {
        this.listener = listener;
        this.endless = endless;
    }

    @Override
    public void accept(GenerationEvent event) {
        int length = event instanceof GenerationEvent.Text text ? text.text().length() : 0;
        int before = heard.getAndUpdate(sum -> (int) Math.min((long) sum + 1 + length, LONGEST + 1L));
        if (before > LONGEST) {
            return;
        }
        if ((long) before + 1 + length <= LONGEST) {
            listener.accept(event);
            return;
        }
        endless.run();
        listener.accept(new GenerationEvent.Failed("the language model finds no end"));
    }
}
