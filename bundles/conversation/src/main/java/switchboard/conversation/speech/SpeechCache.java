package switchboard.conversation.speech;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import switchboard.api.model.ModelIdentity;

/** Phrases that are said again and again, as they sounded: bounded, the longest unused goes first. Thread-safe. */
public final class SpeechCache {

    /** About 64 greetings of five seconds are 30 MB. */
    private static final int MOST_PHRASES = 64;

    private final Map<Key, float[]> phrases = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, Rendering> unfinished = new HashMap<>();

    /**
     * Whatever changes how a phrase sounds, and the company, so that nothing is shared between two.
     *
     * @param owner who provides the model, as bundle@version
     * @param model the very model: one that was updated in place has the owner of the one before it, and sounds otherwise
     */
    public record Key(String company, String text, String voice, double speed, String owner, ModelIdentity model) {}

    /** What the cache has of a phrase. */
    sealed interface Sound {}

    /** All of it. */
    record Whole(float[] samples) implements Sound {}

    /** Somebody else has it spoken, at this moment. */
    record Unfinished(Rendering rendering) implements Sound {}

    /** Nothing: whoever is told so has it spoken, and then calls {@link #end}. */
    record Unheard(Rendering rendering) implements Sound {}

    synchronized Sound find(Key key) {
        float[] known = phrases.get(key);
        if (known != null) {
            return new Whole(known);
        }
        Rendering others = unfinished.get(key);
        if (others != null) {
            return new Unfinished(others);
        }
        Rendering own = new Rendering();
        unfinished.put(key, own);
        return new Unheard(own);
    }

    synchronized int phrases() {
        return phrases.size();
    }

    /** Memory of the samples. */
    synchronized long bytes() {
        return phrases.values().stream().mapToLong(samples -> (long) Float.BYTES * samples.length).sum();
    }

    /**
     * Keeps a phrase that was {@link Unheard}, if it was spoken to its end.
     *
     * @return the phrase, if it was
     */
    synchronized Optional<float[]> end(Key key, boolean complete) {
        Optional<float[]> whole = Optional.ofNullable(unfinished.remove(key)).flatMap(rendering -> rendering.end(complete));
        whole.ifPresent(samples -> keep(key, samples));
        return whole;
    }

    private void keep(Key key, float[] samples) {
        phrases.put(key, samples);
        if (phrases.size() > MOST_PHRASES) {
            phrases.remove(phrases.keySet().iterator().next());
        }
    }
}
