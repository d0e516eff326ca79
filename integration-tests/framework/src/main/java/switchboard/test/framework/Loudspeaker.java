package switchboard.test.framework;

import java.util.ArrayDeque;
import java.util.Queue;
import switchboard.api.audio.Resampler;
import switchboard.api.call.MediaListener;

/** Plays the assistant so that the caller's microphone hears it too, a little later and softer. Confined to one thread. */
final class Loudspeaker {

    static final Loudspeaker OFF = new Loudspeaker(0, 0);

    private static final int HEARD = MediaListener.HEARD_HZ / 100;

    private final double gain;
    private final Resampler resampler = new Resampler(MediaListener.PLAYED_HZ, MediaListener.HEARD_HZ);
    private final Queue<Float> onTheWay = new ArrayDeque<>();

    /** @param frames on the way, each of 10 ms */
    Loudspeaker(int frames, double gain) {
        this.gain = gain;
        for (int i = 0; i < frames * HEARD; i++) {
            onTheWay.add(0f);
        }
    }

    void play(float[] frame) {
        if (gain > 0) {
            for (float sample : resampler.accept(frame)) {
                onTheWay.add((float) gain * sample);
            }
        }
    }

    /** What the microphone hears while the caller says that. */
    float[] mix(float[] said) {
        if (gain == 0) {
            return said;
        }
        float[] heard = said.clone();
        for (int i = 0; i < heard.length && !onTheWay.isEmpty(); i++) {
            heard[i] += onTheWay.remove();
        }
        return heard;
    }
}
