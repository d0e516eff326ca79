package switchboard.api.tool;

/** A tool cannot do what it was asked; the message is for the caller's ear and, where it can, offers something else. */
public final class ToolException extends Exception {

    private static final long serialVersionUID = 1;

    public ToolException(String spoken) {
        super(spoken);
    }

    public ToolException(String spoken, Throwable cause) {
        super(spoken, cause);
    }
}
