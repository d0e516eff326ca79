package switchboard.api.tts;

/** A text could not be spoken. Says nothing about the next one. */
public final class SpeechException extends Exception {

    private static final long serialVersionUID = 1;

    public SpeechException(String message) {
        super(message);
    }

    public SpeechException(String message, Throwable cause) {
        super(message, cause);
    }
}
