package switchboard.signaling.http;

import java.util.OptionalInt;

/** A request that is not fulfilled: what the client is told, in words. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final int retryAfterSeconds;

    private Refusal(int status, String detail, int retryAfterSeconds) {
        super(detail);
        this.status = status;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The client must change its request. */
    public static Refusal of(int status, String detail) {
        return new Refusal(status, detail, 0);
    }

    /** The client may come again. */
    public static Refusal later(String detail, int seconds) {
        return new Refusal(503, detail, seconds);
    }

    /** The client asks too often. */
    public static Refusal tooOften(String detail) {
        return new Refusal(429, detail, 1);
    }

    public int status() {
        return status;
    }

    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds > 0 ? OptionalInt.of(retryAfterSeconds) : OptionalInt.empty();
    }
}
