package switchboard.model.loader.shadow;

import java.util.Arrays;
import switchboard.api.model.ModelRouting.Comparison;

/** What came of a comparison. Thread-safe. */
final class Tally {

    private static final int REMEMBERED = 512;

    private final long[] lastNs = new long[REMEMBERED];
    private long compared;
    private long agreed;
    private long dropped;
    private long failed;
    private long servingNs;
    private long shadowNs;

    synchronized void compared(boolean same, long servingTookNs, long shadowTookNs) {
        lastNs[(int) (compared % REMEMBERED)] = shadowTookNs;
        compared++;
        agreed += same ? 1 : 0;
        servingNs += servingTookNs;
        shadowNs += shadowTookNs;
    }

    synchronized void dropped() {
        dropped++;
    }

    synchronized void failed() {
        failed++;
    }

    synchronized Comparison sum() {
        if (compared == 0) {
            return new Comparison(0, 0, dropped, failed, 0, 0, 0);
        }
        long[] sorted = Arrays.copyOf(lastNs, (int) Math.min(compared, REMEMBERED));
        Arrays.sort(sorted);
        long p95 = sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
        return new Comparison(compared, agreed, dropped, failed, servingNs / 1e6 / compared, shadowNs / 1e6 / compared, p95 / 1e6);
    }
}
