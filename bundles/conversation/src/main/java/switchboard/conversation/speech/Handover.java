package switchboard.conversation.speech;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.AudioSink;
import switchboard.conversation.monitor.BoundedWait;

/**
 * From the thread of a voice to the thread that wants to hear it, which may leave. The voice waits after each piece until it is
 * told whether more is wanted. Thread-safe.
 */
final class Handover implements AudioSink {

    /** What a voice does next. */
    sealed interface Step {}

    record Spoke(AudioClip piece) implements Step {}

    /** It will say no more; the failure is empty if it has said all. */
    record Ended(Optional<Throwable> failure) implements Step {}

    private @Nullable Step step;
    private @Nullable Thread voice;
    private boolean wanted = true;
    private boolean ended;

    /** By the voice's thread, before anything else. Returns whether anything is wanted yet. */
    synchronized boolean begin() {
        voice = Thread.currentThread();
        return wanted;
    }

    /** By the voice. */
    @Override
    public synchronized boolean accept(AudioClip piece) {
        Step spoke = new Spoke(piece);
        step = spoke;
        notifyAll();
        try {
            while (step == spoke && wanted) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody listens any more
            wanted = false;
        }
        return wanted;
    }

    /** By the voice's thread, once. */
    synchronized void end(Optional<Throwable> failure) {
        ended = true;
        step = new Ended(failure);
        notifyAll();
        Thread.interrupted(); // meant for what has ended
    }

    /** By who listens: waits for what comes next; empty if nothing does within the limit. */
    synchronized Optional<Step> await(Duration limit) throws InterruptedException {
        BoundedWait.await(this, () -> step == null, limit);
        return Optional.ofNullable(step);
    }

    /** By who listens, after a piece. */
    synchronized void answer(boolean more) {
        step = null;
        wanted = more;
        notifyAll();
    }

    /** By who listens: nothing more is wanted, and a voice that still speaks is interrupted. Returns whether it has not ended yet. */
    synchronized boolean leave() {
        wanted = false;
        notifyAll();
        if (!ended && voice != null) {
            voice.interrupt();
        }
        return !ended;
    }
}
