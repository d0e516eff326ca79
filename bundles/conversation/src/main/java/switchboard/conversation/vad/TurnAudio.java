package switchboard.conversation.vad;

import java.util.Arrays;
import switchboard.api.audio.AudioClip;

/** The audio of the caller's turn, with a little of what came before it. Confined to one call's thread. */
final class TurnAudio {

    private static final int INITIAL_SECONDS = 4;
    /** Whoever talks for longer is remembered from here on. */
    private static final int LONGEST_SECONDS = 300;

    private final int sampleRateHz;
    private int preRoll;
    private float[] samples;
    private int length;
    private boolean inTurn;

    /** @param preRollMs how much of what came before belongs to a turn, so that no first word is clipped */
    TurnAudio(int sampleRateHz, int preRollMs) {
        this.sampleRateHz = sampleRateHz;
        this.samples = new float[INITIAL_SECONDS * sampleRateHz];
        preRollMs(preRollMs);
    }

    void preRollMs(int time) {
        preRoll = time * sampleRateHz / 1000;
    }

    void append(float[] frame) {
        if (!inTurn) {
            keepLast(preRoll - frame.length);
        } else if (length + frame.length > LONGEST_SECONDS * sampleRateHz) {
            keepLast(LONGEST_SECONDS * sampleRateHz - frame.length);
        }
        if (length + frame.length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + frame.length));
        }
        System.arraycopy(frame, 0, samples, length, frame.length);
        length += frame.length;
    }

    /** From now on everything belongs to the turn. */
    void begin() {
        inTurn = true;
    }

    /** The turn is over. */
    void drop() {
        inTurn = false;
        keepLast(preRoll);
        samples = Arrays.copyOf(samples, Math.max(length, INITIAL_SECONDS * sampleRateHz));
    }

    /** The turn up to now. */
    AudioClip clip() {
        return new AudioClip(sampleRateHz, Arrays.copyOf(samples, length));
    }

    private void keepLast(int count) {
        int kept = Math.max(0, Math.min(count, length));
        System.arraycopy(samples, length - kept, samples, 0, kept);
        length = kept;
    }
}
