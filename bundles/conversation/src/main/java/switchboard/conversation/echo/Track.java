package switchboard.conversation.echo;

import java.util.Arrays;
import switchboard.conversation.level.Level;

/**
 * The last frames of 10 ms at 8 kHz, and how loud they were. Thread-safe.
 *
 * <p>Who looks may be late: it looks back from the frame that it names, while others are added.
 */
final class Track {

    static final int FRAME = 80;
    /** As good as silence, in decibels relative to full scale: softer than that, no echo is like its cause. */
    static final double FLOOR_DB = -60;

    private final float[][] frames;
    private final double[] levels;
    private final int window;
    private final int lateness;
    private long count;
    private long end;

    /**
     * All silent.
     *
     * @param window   how many frames are looked at
     * @param lateness how many may have been added since
     */
    Track(int window, int lateness) {
        this.window = window;
        this.lateness = lateness;
        this.frames = new float[window + lateness][FRAME];
        this.levels = new double[window + lateness];
        Arrays.fill(levels, FLOOR_DB);
    }

    /** Takes 10 ms at a whole multiple of 8 kHz. */
    synchronized void add(float[] frame) {
        int at = slot(count++);
        int step = Math.max(1, frame.length / FRAME);
        for (int i = 0; i < FRAME; i++) {
            float sum = 0;
            for (int k = i * step; k < Math.min(frame.length, (i + 1) * step); k++) {
                sum += frame[k];
            }
            frames[at][i] = sum / step;
        }
        levels[at] = Math.max(FLOOR_DB, Level.dbfs(frames[at]));
    }

    /** How many have been added. */
    synchronized long count() {
        return count;
    }

    /** From now on the first so many frames are looked at, or as many as are still known. */
    synchronized void lookBackFrom(long frames) {
        end = Math.min(count, Math.max(frames, count - lateness));
    }

    /** Of the frames that are looked at, the last one last. */
    synchronized double[] levels() {
        double[] ordered = new double[window];
        for (int i = 0; i < window; i++) {
            ordered[i] = levels[slot(end - window + i)];
        }
        return ordered;
    }

    /** Of the last frames, with high tones as strong as low ones, so that no vowel looks like another. */
    synchronized float[] bright(int length) {
        float[] samples = new float[length * FRAME];
        float before = 0;
        for (int i = 0; i < length; i++) {
            float[] frame = frames[slot(end - length + i)];
            for (int k = 0; k < FRAME; k++) {
                samples[i * FRAME + k] = frame[k] - 0.9f * before;
                before = frame[k];
            }
        }
        return samples;
    }

    private int slot(long frame) {
        return Math.floorMod(frame, frames.length);
    }
}
