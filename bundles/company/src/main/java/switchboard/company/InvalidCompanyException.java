package switchboard.company;

/** A company's configuration cannot be accepted; the message names key, value and what is allowed. */
final class InvalidCompanyException extends Exception {

    private static final long serialVersionUID = 1;

    private final String key;

    InvalidCompanyException(String key, String message) {
        super(message);
        this.key = key;
    }

    String key() {
        return key;
    }
}
