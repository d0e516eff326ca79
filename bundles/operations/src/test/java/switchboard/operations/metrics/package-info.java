/** What happened, in numbers: counters and histograms for Prometheus. */
@NullMarked
package switchboard.operations.metrics;

import org.jspecify.annotations.NullMarked;
