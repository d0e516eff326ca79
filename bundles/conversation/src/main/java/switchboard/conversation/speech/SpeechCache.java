package switchboard.conversation.speech;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Phrases that are said again and again, as they sounded: bounded, the longest unused goes first. Thread-safe. */
public final class SpeechCache {

    /** About 64 greetings of five seconds are 30 MB. */
    private static final int MOST_PHRASES = 64;

    private final Map<Key, float[]> phrases = new LinkedHashMap<>(16, 0.75f, true);

    /** Whatever changes how a phrase sounds, and the company, so that nothing is shared between two. */
    public record Key(String company, String text, String voice, double speed, String owner) {}

    synchronized Optional<float[]> find(Key key) {
        return Optional.ofNullable(phrases.get(key));
    }

    synchronized int phrases() {
        return phrases.size();
    }

    /** Memory of the samples. */
    synchronized long bytes() {
        return phrases.values().stream().mapToLong(samples -> (long) Float.BYTES * samples.length).sum();
    }

    /** Keeps a phrase, as samples at the rate they are played; the array is given away. */
    synchronized void keep(Key key, float[] samples) {
        phrases.put(key, samples);
        if (phrases.size() > MOST_PHRASES) {
            phrases.remove(phrases.keySet().iterator().next());
        }
    }
}
