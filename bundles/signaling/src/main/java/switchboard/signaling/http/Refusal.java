package switchboard.signaling.http;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** A request that is not fulfilled: what the client is told, in words, and why, for whoever counts. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String company;
    private final int retryAfterSeconds;

    /** Why, with the status of the answer. */
    public enum Reason {

        MALFORMED(400), OFFER_REJECTED(400), NO_SESSION(401), FOREIGN_ORIGIN(403), FOREIGN_HOST(403), ANOTHER_CALL(403), UNKNOWN_PATH(404),
        UNKNOWN_COMPANY(404), UNKNOWN_SESSION(404), UNKNOWN_CALL(404), WRONG_METHOD(405), TOO_SLOW(408), TOO_LARGE(413), TOO_OFTEN(429), STARTING(503), NOT_READY(503),
        DRAINING(503), SERVER_BUSY(503), SERVER_SLOW(503), COMPANY_BUSY(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** As observers are told. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Refusal(Reason reason, String company, String detail, int retryAfterSeconds) {
        super(detail);
        this.reason = reason;
        this.company = company;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The client must change its request. */
    public static Refusal of(Reason reason, String detail) {
        return new Refusal(reason, "", detail, 0);
    }

    /** The client may come again. */
    public static Refusal later(Reason reason, String detail, int seconds) {
        return new Refusal(reason, "", detail, seconds);
    }

    /** The same, of a call for this company. */
    public Refusal at(String company) {
        return new Refusal(reason, company, String.valueOf(getMessage()), retryAfterSeconds);
    }

    public Reason reason() {
        return reason;
    }

    public int status() {
        return reason.status;
    }

    /** Id of the company that was called, if that was found out. */
    public Optional<String> company() {
        return company.isEmpty() ? Optional.empty() : Optional.of(company);
    }

    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds > 0 ? OptionalInt.of(retryAfterSeconds) : OptionalInt.empty();
    }
}
