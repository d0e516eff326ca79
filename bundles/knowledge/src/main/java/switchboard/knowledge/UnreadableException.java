package switchboard.knowledge;

/** A document cannot be read; the message says why, in words for whoever wrote it. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }
}
