package switchboard.transport.webrtc;

import java.util.ArrayList;
import java.util.List;

/**
 * Asks for audio packets of 10 ms instead of 20: each direction waits less for a packet to fill, and the jitter buffers,
 * which count in packets, hold less. It costs some 20 kbit/s more for headers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8866#section-6.4">RFC 8866, a=ptime</a>
 */
final class PacketTime {

    private static final String TEN_MS = "a=ptime:10";

    private PacketTime() {
    }

    /** The description, with the wish in each of its audio sections. */
    static String ofTenMs(String sdp) {
        List<String> lines = new ArrayList<>();
        boolean audio = false;
        for (String line : sdp.lines().toList()) {
            if (line.startsWith("m=")) {
                if (audio) {
                    lines.add(TEN_MS);
                }
                audio = line.startsWith("m=audio ");
            }
            if (!(audio && line.startsWith("a=ptime:"))) {
                lines.add(line);
            }
        }
        if (audio) {
            lines.add(TEN_MS);
        }
        return String.join("\r\n", lines) + "\r\n";
    }
}
