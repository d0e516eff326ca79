package switchboard.api.company;

/** A secret cannot be had. The message says why and what to do; nothing of the secret is in it. */
public final class SecretException extends Exception {

    private static final long serialVersionUID = 1;

    public SecretException(String message) {
        super(message);
    }
}
