package switchboard.api.metrics;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Has numbers to show.
 *
 * <p><b>Service.</b> Any number; may come and go. Counters begin at zero with their source, as Prometheus expects.
 * <p><b>Threading.</b> Asked every few seconds, on a thread of whoever watches, by several at once; does not block. What it
 * throws is logged, and its numbers are missing.
 * <p><b>Labels.</b> From a set that is small and fixed: never the id of a call, and never a word that was spoken. Of one metric
 * only the first {@value #MOST_SERIES} combinations are shown.
 */
@ConsumerType
@FunctionalInterface
public interface MetricSource {

    /** How many combinations of labels one metric may have. */
    int MOST_SERIES = 200;

    /** The numbers as they stand now. Several sources may share a name, if their labels differ. */
    List<Metric> metrics();
}
