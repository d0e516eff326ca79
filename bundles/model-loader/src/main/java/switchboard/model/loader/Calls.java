package switchboard.model.loader;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Which calls are a canary's: decided when a call first asks, and kept. Thread-safe; knows as many calls as can be open, and
 * decides alike for one it has forgotten.
 */
final class Calls {

    private static final int MOST = 4096;

    private final Map<String, Call> calls = new LinkedHashMap<>(16, 0.75f, true);
    private long arrived;

    /** Counts the calls that have come. */
    synchronized long arrived() {
        return arrived;
    }

    /** Notes a call, so that it is no new one for a canary that comes later. */
    synchronized void seen(String callId) {
        call(callId);
    }

    /** Whether the canary serves the call. */
    synchronized boolean isServed(String callId, String kind, Rules.Canary canary) {
        Call call = call(callId);
        return call.decisions.computeIfAbsent(kind + " " + canary.owner(),
                key -> call.number >= canary.since() && percentile(kind, callId) < canary.percent());
    }

    private Call call(String callId) {
        Call call = calls.computeIfAbsent(callId, id -> new Call(arrived++));
        if (calls.size() > MOST) {
            calls.remove(calls.keySet().iterator().next());
        }
        return call;
    }

    /** From 0 to 99, evenly; when a canary grows, the calls that it had stay its own. */
    private static long percentile(String kind, String callId) {
        CRC32 crc = new CRC32();
        crc.update((kind + " " + callId).getBytes(StandardCharsets.UTF_8));
        return crc.getValue() * 100 >>> 32;
    }

    private static final class Call {

        private final long number;
        private final Map<String, Boolean> decisions = new HashMap<>();

        Call(long number) {
            this.number = number;
        }
    }
}
