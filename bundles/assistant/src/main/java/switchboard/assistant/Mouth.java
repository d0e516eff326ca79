package switchboard.assistant;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.assistant.Assistant.Turn;
import switchboard.api.llm.GenerationEvent;
import switchboard.assistant.consent.Phrases;

/**
 * Reports one answer, piece by piece, to whoever listens: models, tools and alarms speak from threads of their own, and the
 * listener hears one after the other, and nothing after the end. Thread-safe.
 */
final class Mouth {

    private static final Logger log = LoggerFactory.getLogger(Mouth.class);

    private final Turn turn;
    private final Consumer<GenerationEvent> listener;
    private boolean open;
    private boolean apart;
    private boolean patienceAsked;
    private boolean shut;

    Mouth(Turn turn, Consumer<GenerationEvent> listener) {
        this.turn = turn;
        this.listener = listener;
    }

    /** Passes on a piece of a sentence. */
    synchronized void pass(String piece) {
        if (shut || piece.isEmpty()) {
            return;
        }
        boolean space = apart && open && !Character.isWhitespace(piece.charAt(0));
        open = !Character.isWhitespace(piece.charAt(piece.length() - 1));
        apart = false;
        listener.accept(new GenerationEvent.Text(space ? " " + piece : piece));
    }

    /** What follows is somebody else's, or a new thought: it stands apart from what was said before. */
    synchronized void pause() {
        apart = true;
    }

    /** Says a whole sentence. */
    synchronized void say(String sentence) {
        pause();
        pass(sentence);
        pause();
    }

    /** A tool takes long: once in an answer that is said. */
    synchronized void patience(Phrases phrases) {
        if (!patienceAsked) {
            patienceAsked = true;
            say(phrases.patience());
        }
    }

    synchronized void end() {
        finish(new GenerationEvent.Ended());
    }

    /** The last words. */
    synchronized void end(String sentence) {
        say(sentence);
        end();
    }

    synchronized void fail(String reason) {
        if (!shut) {
            log.debug("call={} company={} turn={} event=failed reason={}", turn.callId(), turn.company().id(), turn.number(), reason);
        }
        finish(new GenerationEvent.Failed(reason));
    }

    /** Nothing more is said. */
    synchronized void shut() {
        shut = true;
    }

    synchronized boolean isShut() {
        return shut;
    }

    private void finish(GenerationEvent last) {
        if (!shut) {
            shut = true;
            listener.accept(last);
        }
    }
}
