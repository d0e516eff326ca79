package switchboard.operations.metrics;

import java.util.Locale;

/** Why calls end, in few classes; the reasons themselves are sentences. */
enum EndReason {

    HUNG_UP("hung up"),
    LOST("is gone"),
    NEVER_CONNECTED("did not connect"),
    OFFER_FAILED("offer"),
    SERVER_STOPS("server stops"),
    SILENT("silent"),
    TIME_IS_UP("as long as it may"),
    TURNS_ARE_UP("as often as"),
    ERROR("error"),
    OTHER("");

    private final String words;

    EndReason(String words) {
        this.words = words;
    }

    /** The first whose words occur in the reason. */
    static EndReason of(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        for (EndReason candidate : values()) {
            if (text.contains(candidate.words)) {
                return candidate;
            }
        }
        return OTHER;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
