package switchboard.api.metrics;

import java.util.List;
import java.util.Map;

/**
 * One number, named as Prometheus has it: {@code switchboard_}, what it is, and its unit last, in seconds or bytes.
 *
 * @see <a href="https://prometheus.io/docs/practices/naming/">naming</a>
 */
public sealed interface Metric {

    /** In snake case; for a counter without {@code _total}, which is added where it is shown. */
    String name();

    /** A sentence for people; the same for all of this name. */
    String help();

    /** By name; the names are the same for all of this name. Possibly empty. */
    Map<String, String> labels();

    /** Only grows. */
    record Counter(String name, String help, Map<String, String> labels, double value) implements Metric {

        public Counter {
            labels = Map.copyOf(labels);
        }
    }

    /** Goes up and down. */
    record Gauge(String name, String help, Map<String, String> labels, double value) implements Metric {

        public Gauge {
            labels = Map.copyOf(labels);
        }
    }

    /**
     * How often values of which size came.
     *
     * @param buckets by ascending bound; the last one's is infinite
     * @param sum     of all values
     */
    record Histogram(String name, String help, Map<String, String> labels, List<Bucket> buckets, double sum) implements Metric {

        public Histogram {
            labels = Map.copyOf(labels);
            buckets = List.copyOf(buckets);
            if (buckets.isEmpty() || buckets.get(buckets.size() - 1).upTo() != Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("the last bucket of " + name + " must be infinite: " + buckets);
            }
        }
    }

    /**
     * Values up to a bound.
     *
     * @param upTo  the largest, inclusive
     * @param count of values that are larger than the bound before, and not larger than this one
     */
    record Bucket(double upTo, long count) {}
}
