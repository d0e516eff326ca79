package switchboard.transport.webrtc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import switchboard.api.audio.AudioClip;

/** Measures the pitch of what is heard, from the first loud frame on, over half a second. Written by one thread. */
final class Ear {

    private static final int SKIPPED_FRAMES = 20;
    private static final int MEASURED_FRAMES = 50;

    private final CountDownLatch enough = new CountDownLatch(SKIPPED_FRAMES + MEASURED_FRAMES);
    private int frames;
    private int crossings;
    private int samples;
    private int sampleRateHz;
    private float last;

    void accept(AudioClip frame) {
        boolean loud = false;
        for (float sample : frame.samples()) {
            loud |= Math.abs(sample) > 0.1;
        }
        if (!loud || enough.getCount() == 0) {
            return;
        }
        if (++frames > SKIPPED_FRAMES) {
            measure(frame);
        }
        enough.countDown();
    }

    private void measure(AudioClip frame) {
        sampleRateHz = frame.sampleRateHz();
        for (float sample : frame.samples()) {
            if (last < 0 && sample >= 0) {
                crossings++;
            }
            last = sample;
            samples++;
        }
    }

    /** The pitch, in hertz; waits for it. */
    double pitchHz() throws InterruptedException {
        if (!enough.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("expected %d loud frames, got %d".formatted(SKIPPED_FRAMES + MEASURED_FRAMES, frames));
        }
        return (double) crossings * sampleRateHz / samples;
    }
}
