package switchboard.conversation.speech;

import java.util.function.Predicate;
import switchboard.api.call.MediaListener;

/** Hears one voice and counts what was heard, so that another can go on where it fails. Confined to one thread. */
final class Ear implements Predicate<float[]> {

    private static final int SAMPLES_PER_MS = MediaListener.PLAYED_HZ / 1000;
    private static final int FADE = 5 * SAMPLES_PER_MS;
    private static final int BREATH = 60 * SAMPLES_PER_MS;

    private final Synthesis.Piece sink;
    private final String owner;
    private long heard;
    private float last;
    private boolean wanted = true;

    /** @param owner the model that speaks, as bundle@version */
    Ear(Synthesis.Piece sink, String owner) {
        this.sink = sink;
        this.owner = owner;
    }

    /** As {@link Synthesis.Piece#begins}. */
    boolean begins(SpeechCache.Key key) {
        return sink.begins(key);
    }

    /** Samples that were heard. */
    long heard() {
        return heard;
    }

    /** Whether more is wanted. */
    boolean wants() {
        return wanted;
    }

    @Override
    public boolean test(float[] samples) {
        if (samples.length > 0) {
            heard += samples.length;
            last = samples[samples.length - 1];
            wanted = sink.accept(samples, owner);
        }
        return wanted;
    }

    /** Nothing more comes of this voice: what was heard ends without a click, and the next voice begins after a breath. */
    void end() {
        if (heard > 0 && wanted) {
            float[] fade = new float[FADE + BREATH];
            for (int i = 0; i < FADE; i++) {
                fade[i] = last * (1 - (i + 1f) / FADE);
            }
            wanted = sink.accept(fade, owner);
        }
    }
}
