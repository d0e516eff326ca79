package switchboard.signaling.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often one address may ask for calls: a bucket of tokens that fills steadily. Remembers a bounded number of addresses,
 * the longest silent is forgotten first. Thread-safe.
 */
final class RateLimit {

    private static final int MOST_ADDRESSES = 10_000;
    private static final double NS_PER_MINUTE = 60e9;

    private final double burst;
    private final double perNs;
    private final LongSupplier clockNs;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Bucket(double tokens, long atNs) {}

    /**
     * @param burst     requests at once
     * @param perMinute requests in the long run
     * @param clockNs   as {@link System#nanoTime()}
     */
    RateLimit(int burst, int perMinute, LongSupplier clockNs) {
        this.burst = burst;
        this.perNs = perMinute / NS_PER_MINUTE;
        this.clockNs = clockNs;
    }

    /** Takes a token; returns false if there is none. */
    synchronized boolean admits(String address) {
        long now = clockNs.getAsLong();
        Bucket bucket = buckets.getOrDefault(address, new Bucket(burst, now));
        double tokens = Math.min(burst, bucket.tokens + (now - bucket.atNs) * perNs);
        buckets.put(address, new Bucket(tokens >= 1 ? tokens - 1 : tokens, now));
        if (buckets.size() > MOST_ADDRESSES) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return tokens >= 1;
    }
}
