package switchboard.operations.records;

import java.util.Arrays;
import switchboard.api.audio.Resampler;
import switchboard.api.audio.Wav;
import switchboard.api.call.MediaListener;

/**
 * The two sides of a call on their way to the disk, side by side: the caller on the left, the assistant on the right. Both come
 * in real time, each on a thread of its own; a side that stays away, as while a client reconnects, becomes silence. What nobody
 * takes for ten seconds is dropped. Thread-safe.
 */
final class TwoTracks {

    /** Of what {@link #take} returns. */
    static final int HZ = MediaListener.HEARD_HZ;

    private static final int LAG = HZ / 2;
    private static final int MOST = 10 * HZ;

    private final Resampler resampler = new Resampler(MediaListener.PLAYED_HZ, HZ);
    private final Side caller = new Side();
    private final Side assistant = new Side();

    /** @param samples at {@link MediaListener#HEARD_HZ}; copied */
    synchronized void caller(float[] samples) {
        caller.add(samples);
    }

    /** @param samples at {@link MediaListener#PLAYED_HZ}; copied */
    synchronized void assistant(float[] samples) {
        assistant.add(resampler.accept(samples));
    }

    /**
     * What is complete by now.
     *
     * @param all whether nothing follows, so that one side need not be waited for
     * @return left, right, left, right...
     */
    synchronized short[] take(boolean all) {
        int longer = Math.max(caller.length, assistant.length);
        int count = all ? longer : Math.max(Math.min(caller.length, assistant.length), longer - LAG);
        float[] left = caller.take(count);
        float[] right = assistant.take(count);
        short[] both = new short[2 * count];
        for (int i = 0; i < count; i++) {
            both[2 * i] = Wav.pcm16(left[i]);
            both[2 * i + 1] = Wav.pcm16(right[i]);
        }
        return both;
    }

    private static final class Side {

        private float[] samples = new float[HZ];
        private int length;

        void add(float[] more) {
            int room = Math.min(more.length, MOST - length);
            if (length + room > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + room));
            }
            System.arraycopy(more, 0, samples, length, room);
            length += room;
        }

        /** The first so many; silence where there are none yet. */
        float[] take(int count) {
            float[] taken = new float[count];
            int known = Math.min(count, length);
            System.arraycopy(samples, 0, taken, 0, known);
            System.arraycopy(samples, known, samples, 0, length - known);
            length -= known;
            return taken;
        }
    }
}
