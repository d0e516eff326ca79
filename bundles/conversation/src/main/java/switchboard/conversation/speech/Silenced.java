package switchboard.conversation.speech;

import java.util.LinkedHashMap;
import java.util.Map;
import switchboard.api.tts.TextToSpeech;

/**
 * The voices of which nothing was heard of a text. They have failed if another says it; if none does, it is the text that cannot
 * be spoken, and no caller brings a voice into disrepute with one. Confined to one thread.
 */
final class Silenced implements AutoCloseable {

    private final Map<Loan<TextToSpeech>, Silence> voices = new LinkedHashMap<>();

    /** A voice came to its end without a sound. */
    static final class Silence extends RuntimeException {

        private static final long serialVersionUID = 1;

        Silence(String message) {
            super(message);
        }
    }

    /** @param voice given back when this is closed */
    void add(Loan<TextToSpeech> voice, Silence silence) {
        voices.put(voice, silence);
    }

    /** Another voice has said the text. */
    void haveFailed() {
        voices.forEach((voice, silence) -> voice.lease().failed(silence));
    }

    @Override
    public void close() {
        voices.keySet().forEach(Loan::close);
    }
}
