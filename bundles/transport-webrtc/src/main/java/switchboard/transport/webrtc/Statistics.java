package switchboard.transport.webrtc;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Counts packets. Blocks for some milliseconds, two seconds at most; not to be used on a thread of the library. */
final class Statistics {

    private static final long PATIENCE_MS = 2_000;

    private Statistics() {
    }

    static long packetsSent(RTCPeerConnection peer) {
        return sum(peer, RTCStatsType.OUTBOUND_RTP, "packetsSent");
    }

    static long packetsReceived(RTCPeerConnection peer) {
        return sum(peer, RTCStatsType.INBOUND_RTP, "packetsReceived");
    }

    private static long sum(RTCPeerConnection peer, RTCStatsType type, String attribute) {
        CompletableFuture<RTCStatsReport> report = new CompletableFuture<>();
        peer.getStats(report::complete);
        try {
            return report.get(PATIENCE_MS, TimeUnit.MILLISECONDS).getStats().values().stream()
                    .filter(statistics -> statistics.getType() == type)
                    .map(statistics -> statistics.getAttributes().get(attribute))
                    .mapToLong(count -> count instanceof Number number ? number.longValue() : 0)
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException | TimeoutException e) {
            return 0; // not known now; whoever asks, asks again
        }
    }
}
