package switchboard.api.call;

/** An offer cannot be answered; the message says why, in words for the one who sent it. */
public final class OfferRejectedException extends Exception {

    private static final long serialVersionUID = 1;

    public OfferRejectedException(String message) {
        super(message);
    }

    public OfferRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
