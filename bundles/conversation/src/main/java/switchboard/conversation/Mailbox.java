package switchboard.conversation;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a call's thread. Frames are dropped when a second of them waits; everything else is few. Thread-safe.
 */
final class Mailbox {

    private static final int MOST_FRAMES = 100;
    private static final int MOST_WAITING = 4096;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger frames = new AtomicInteger();

    /** @return false if the call is hopelessly behind */
    boolean post(Runnable message) {
        return waiting.offer(message);
    }

    /** @return false if the frame was dropped */
    boolean postFrame(Runnable frame) {
        if (frames.incrementAndGet() > MOST_FRAMES) {
            frames.decrementAndGet();
            return false;
        }
        return post(() -> {
            frames.decrementAndGet();
            frame.run();
        });
    }

    /** The next message; null if none came in time. */
    @Nullable Runnable next(long waitMs) throws InterruptedException {
        return waiting.poll(waitMs, TimeUnit.MILLISECONDS);
    }

    /** How many messages wait, frames among them. */
    int depth() {
        return waiting.size();
    }
}
