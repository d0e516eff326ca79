package switchboard.transport.webrtc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.Metric.Bucket;

/** How punctual the media of all calls is, for whoever watches. Thread-safe; counting takes some nanoseconds. */
final class MediaCounts {

    /** A frame lasts 10 ms; the caller's jitter buffer hides a few of them. */
    private static final long[] BOUNDS_NS = {500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000, 100_000_000, 300_000_000};

    private final LongAdder[] late = Stream.generate(LongAdder::new).limit(BOUNDS_NS.length + 1).toArray(LongAdder[]::new);
    private final LongAdder lateNs = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    /** A frame was pushed so long after it was due. */
    void pushed(long afterDueNs) {
        int bucket = 0;
        while (bucket < BOUNDS_NS.length && afterDueNs > BOUNDS_NS[bucket]) {
            bucket++;
        }
        late[bucket].increment();
        lateNs.add(Math.max(0, afterDueNs));
    }

    /** A frame of a caller was dropped. */
    void dropped() {
        dropped.increment();
    }

    /**
     * As they stand.
     *
     * @param open    connections
     * @param waiting frames, where the most wait
     */
    List<Metric> metrics(int open, int waiting) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < late.length; i++) {
            buckets.add(new Bucket(i < BOUNDS_NS.length ? BOUNDS_NS[i] / 1e9 : Double.POSITIVE_INFINITY, late[i].sum()));
        }
        return List.of(
                new Metric.Histogram("switchboard_pacer_late_seconds", "How long after it was due each frame of 10 ms was sent.", Map.of(), buckets, lateNs.sum() / 1e9),
                new Metric.Counter("switchboard_media_frames_dropped", "Frames of callers that were dropped because too many waited.", Map.of(), dropped.sum()),
                new Metric.Gauge("switchboard_media_frames_waiting", "Frames of 10 ms that wait to be heard, in the call where the most do.", Map.of(), waiting),
                new Metric.Gauge("switchboard_media_connections", "Peer connections that are open.", Map.of(), open));
    }
}
