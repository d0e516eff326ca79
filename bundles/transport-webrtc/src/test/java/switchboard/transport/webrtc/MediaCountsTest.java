package switchboard.transport.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.Metric.Bucket;

class MediaCountsTest {

    private final MediaCounts counts = new MediaCounts();

    @Test
    void how_late_frames_were_is_counted_by_size() {
        counts.pushed(0);
        counts.pushed(500_000);
        counts.pushed(7_000_000);
        counts.pushed(2_000_000_000);

        Metric.Histogram late = (Metric.Histogram) metric("switchboard_pacer_late_seconds");
        assertThat(late.buckets().stream().filter(bucket -> bucket.count() > 0))
                .containsExactly(new Bucket(.0005, 2), new Bucket(.01, 1), new Bucket(Double.POSITIVE_INFINITY, 1));
        assertThat(late.sum()).isCloseTo(2.0075, within(1e-9));
    }

    @Test
    void what_is_dropped_waits_and_is_open_is_told() {
        counts.dropped();

        assertThat(metric("switchboard_media_frames_dropped")).extracting("value").isEqualTo(1.0);
        assertThat(metric("switchboard_media_frames_waiting")).extracting("value").isEqualTo(7.0);
        assertThat(metric("switchboard_media_connections")).extracting("value").isEqualTo(2.0);
    }

    private Metric metric(String name) {
        return counts.metrics(2, 7).stream().collect(Collectors.toMap(Metric::name, metric -> metric)).get(name);
    }
}
