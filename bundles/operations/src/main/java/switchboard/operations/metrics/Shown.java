package switchboard.operations.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.Metric.Bucket;
import switchboard.api.metrics.Metric.Counter;
import switchboard.api.metrics.Metric.Gauge;
import switchboard.api.metrics.Metric.Histogram;
import switchboard.api.metrics.MetricSource;

/** Adds what other bundles show of themselves; what one of them gets wrong costs its own numbers only. */
final class Shown {

    private static final Logger log = LoggerFactory.getLogger(Shown.class);

    private Shown() {}

    /** @param own wins over a source that takes one of its names */
    static MetricSnapshots with(MetricSnapshots own, Collection<MetricSource> sources) {
        Map<String, List<Metric>> byName = new TreeMap<>();
        sources.stream().flatMap(Shown::of).forEach(metric ->
                byName.merge(metric.name(), List.of(metric), (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        own.forEach(all::metricSnapshot);
        byName.forEach((name, metrics) -> {
            try {
                MetricSnapshot shown = snapshot(name, distinct(metrics));
                if (!all.containsMetricName(name)) {
                    all.metricSnapshot(shown);
                }
            } catch (IllegalArgumentException e) {
                log.warn("metric={} cannot be shown: {}", name, e.getMessage());
            }
        });
        return all.build();
    }

    private static Stream<Metric> of(MetricSource source) {
        try {
            return source.metrics().stream();
        } catch (RuntimeException e) {
            log.warn("metrics={} failed", source.getClass().getName(), e);
            return Stream.empty();
        }
    }

    /** One of each combination of labels, of the kind that came first; not more than the contract allows. */
    private static Collection<Metric> distinct(List<Metric> metrics) {
        Map<Map<String, String>, Metric> byLabels = new LinkedHashMap<>();
        metrics.stream().filter(metric -> metric.getClass() == metrics.get(0).getClass()).forEach(metric -> byLabels.putIfAbsent(metric.labels(), metric));
        return byLabels.values().stream().limit(MetricSource.MOST_SERIES).toList();
    }

    private static MetricSnapshot snapshot(String name, Collection<Metric> metrics) {
        Metric first = metrics.iterator().next();
        if (first instanceof Counter) {
            CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(first.help());
            metrics.forEach(metric -> counter.dataPoint(new CounterDataPointSnapshot(((Counter) metric).value(), labels(metric), null, 0)));
            return counter.build();
        } else if (first instanceof Gauge) {
            GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(first.help());
            metrics.forEach(metric -> gauge.dataPoint(new GaugeDataPointSnapshot(((Gauge) metric).value(), labels(metric), null)));
            return gauge.build();
        }
        HistogramSnapshot.Builder histogram = HistogramSnapshot.builder().name(name).help(first.help());
        metrics.forEach(metric -> histogram.dataPoint(point((Histogram) metric)));
        return histogram.build();
    }

    private static HistogramDataPointSnapshot point(Histogram metric) {
        ClassicHistogramBuckets buckets = ClassicHistogramBuckets.of(metric.buckets().stream().map(Bucket::upTo).toList(),
                metric.buckets().stream().map(Bucket::count).toList());
        return new HistogramDataPointSnapshot(buckets, metric.sum(), labels(metric), Exemplars.EMPTY, 0);
    }

    private static Labels labels(Metric metric) {
        Labels.Builder labels = Labels.builder();
        new TreeMap<>(metric.labels()).forEach(labels::label);
        return labels.build();
    }
}
