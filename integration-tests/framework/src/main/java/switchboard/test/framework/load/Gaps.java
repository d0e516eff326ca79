package switchboard.test.framework.load;

import java.util.function.IntConsumer;

/** Finds silences in the middle of what the bot says, in frames of 10 ms. Frames come on one thread; thread-safe. */
final class Gaps {

    /** About -60 dBFS. */
    private static final float AUDIBLE = 0.001f;
    private static final int FRAME_MS = 10;

    private final IntConsumer listener;
    private boolean speaking;
    private boolean begun;
    private int silentMs;

    /** @param listener told of each silence between two sounds of one utterance, in milliseconds */
    Gaps(IntConsumer listener) {
        this.listener = listener;
    }

    synchronized void speaking(boolean now) {
        speaking = now;
        begun &= now;
        silentMs = 0;
    }

    synchronized void frame(float[] samples) {
        if (!speaking) {
            return;
        }
        if (!isAudible(samples)) {
            silentMs += FRAME_MS;
            return;
        }
        if (begun && silentMs > 0) {
            listener.accept(silentMs);
        }
        begun = true;
        silentMs = 0;
    }

    private static boolean isAudible(float[] samples) {
        for (float sample : samples) {
            if (Math.abs(sample) > AUDIBLE) {
                return true;
            }
        }
        return false;
    }
}
