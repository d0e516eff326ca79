package switchboard.conversation.echo;

import java.util.Arrays;
import switchboard.conversation.level.Level;

/** The last frames of 10 ms at 8 kHz, and how loud they were. Thread-safe. */
final class Track {

    static final int FRAME = 80;
    /** As good as silence, in decibels relative to full scale: softer than that, no echo is like its cause. */
    static final double FLOOR_DB = -60;

    private final float[][] frames;
    private final double[] levels;
    private long count;

    Track(int length) {
        this.frames = new float[length][FRAME];
        this.levels = new double[length];
        Arrays.fill(levels, FLOOR_DB);
    }

    /** Takes 10 ms at a whole multiple of 8 kHz. */
    synchronized void add(float[] frame) {
        int at = (int) (count++ % frames.length);
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

    /** Of the frames kept, the last one last. */
    synchronized double[] levels() {
        double[] ordered = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            ordered[i] = levels[at(i)];
        }
        return ordered;
    }

    /** Of the last frames, with high tones as strong as low ones, so that no vowel looks like another. */
    synchronized float[] bright(int length) {
        float[] samples = new float[length * FRAME];
        float before = 0;
        for (int i = 0; i < length; i++) {
            float[] frame = frames[at(frames.length - length + i)];
            for (int k = 0; k < FRAME; k++) {
                samples[i * FRAME + k] = frame[k] - 0.9f * before;
                before = frame[k];
            }
        }
        return samples;
    }

    private int at(int index) {
        return (int) ((count + index) % frames.length);
    }
}
