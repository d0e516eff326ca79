package switchboard.transport.webrtc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import switchboard.api.call.OfferRejectedException;

/** What an offer must be before native code may see it: of decent size, and about audio. */
final class Offer {

    private static final int MAX_BYTES = 20 * 1024;
    private static final int MAX_MEDIA = 10;

    /** Port 0 is a medium that is not offered, RFC 8866 section 5.14 and RFC 3264 section 5.1. */
    private static final Pattern AUDIO = Pattern.compile("m=audio (?!0[ /])\\d+.*");

    private Offer() {
    }

    /**
     * Checks an offer.
     *
     * @throws OfferRejectedException if it is too large, no SDP at all, or offers no audio
     */
    static void check(String sdp) throws OfferRejectedException {
        int bytes = sdp.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new OfferRejectedException("expected at most %d bytes of SDP, got %d".formatted(MAX_BYTES, bytes));
        }
        if (!sdp.startsWith("v=0")) {
            throw new OfferRejectedException("expected SDP that begins with v=0");
        }
        List<String> media = sdp.lines().filter(line -> line.startsWith("m=")).toList();
        if (media.size() > MAX_MEDIA) {
            throw new OfferRejectedException("expected at most %d m-lines, got %d".formatted(MAX_MEDIA, media.size()));
        }
        if (media.stream().noneMatch(line -> AUDIO.matcher(line).matches())) {
            throw new OfferRejectedException("the offer has no audio");
        }
    }
}
