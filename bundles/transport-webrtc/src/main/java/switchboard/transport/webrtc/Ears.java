package switchboard.transport.webrtc;

import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.call.MediaListener;

/**
 * Brings what the library's threads deliver to the listener, on one thread of its own, so that a slow listener delays
 * nobody else.
 *
 * <p>Both queues are bounded. When the listener is half a second behind, audio is dropped; when {@value #MAX_NOTICES}
 * notices wait, further ones are refused.
 */
final class Ears implements AudioTrackSink {

    private static final Logger log = LoggerFactory.getLogger(Ears.class);

    private static final int SINK_HZ = 48_000;
    private static final int MAX_FRAMES = 50;
    private static final int MAX_NOTICES = 256;
    private static final long IDLE_MS = 10;

    private final BlockingQueue<byte[]> frames = new ArrayBlockingQueue<>(MAX_FRAMES);
    private final Queue<Runnable> notices = new ArrayBlockingQueue<>(MAX_NOTICES);
    private final Resampler resampler = new Resampler(SINK_HZ, MediaListener.HEARD_HZ);
    private final Consumer<AudioClip> hearer;
    private final MediaCounts counts;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile boolean listening;
    private boolean failed;

    Ears(String name, Consumer<AudioClip> hearer, MediaCounts counts) {
        this.hearer = hearer;
        this.counts = counts;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** From now on audio is passed on; what came before was not the caller. */
    void listen() {
        listening = true;
    }

    /** Frames that the listener has not heard yet. */
    int waiting() {
        return frames.size();
    }

    /** Returns when the listener is called no more. */
    void stop() {
        open = false;
        Threads.join(thread);
    }

    /** Runs something on the listener's thread, after what was passed before. Any thread; returns at once. */
    boolean notice(Runnable notice) {
        return notices.offer(notice);
    }

    /** On the playout thread of the library: must not block. The library makes a new array each time. */
    @Override
    public void onData(byte[] pcm, int bits, int sampleRateHz, int channels, int sampleFrames) {
        if (listening && bits == Short.SIZE && sampleRateHz == SINK_HZ && channels == 1 && !frames.offer(pcm)) {
            counts.dropped();
        }
    }

    private void run() {
        try {
            while (open) {
                byte[] frame = frames.poll(IDLE_MS, TimeUnit.MILLISECONDS);
                for (Runnable notice = notices.poll(); notice != null && open; notice = notices.poll()) {
                    guarded(notice);
                }
                if (frame != null && open) {
                    AudioClip clip = new AudioClip(MediaListener.HEARD_HZ, resampler.accept(decode(frame)));
                    guarded(() -> hearer.accept(clip));
                }
            }
        } catch (InterruptedException e) {
            log.warn("thread={} interrupted; nothing is heard any more", thread.getName());
        }
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            if (!failed) {
                log.warn("thread={} the listener failed; further failures are not logged", thread.getName(), e);
            }
            failed = true;
        }
    }

    private static float[] decode(byte[] littleEndian) {
        float[] samples = new float[littleEndian.length / Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (littleEndian[2 * i] & 0xff | littleEndian[2 * i + 1] << 8) / 32768f;
        }
        return samples;
    }
}
