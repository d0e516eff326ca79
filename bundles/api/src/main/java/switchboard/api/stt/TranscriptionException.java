package switchboard.api.stt;

/** A piece of speech could not be transcribed. Says nothing about the next piece. */
public final class TranscriptionException extends Exception {

    private static final long serialVersionUID = 1;

    public TranscriptionException(String message) {
        super(message);
    }

    public TranscriptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
