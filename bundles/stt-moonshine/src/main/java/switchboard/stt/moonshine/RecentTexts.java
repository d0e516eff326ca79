package switchboard.stt.moonshine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Of which tokens the latest texts were made, for whoever names one as the beginning of what comes. Bounded; thread-safe. */
final class RecentTexts {

    /** Every caller's last words, and some more. */
    private static final int MOST = 64;
    static final int[] NONE = {};

    private final Map<String, int[]> tokens = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, int[]> eldest) {
            return size() > MOST;
        }
    };

    synchronized void remember(String text, int[] ids) {
        tokens.remove(text);
        tokens.put(text, ids);
    }

    /** None for a text that has not been heard, or not lately. */
    synchronized int[] tokens(String text) {
        return tokens.getOrDefault(text, NONE);
    }
}
