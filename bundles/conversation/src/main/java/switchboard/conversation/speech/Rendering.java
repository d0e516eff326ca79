package switchboard.conversation.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.MediaListener;

/**
 * A phrase while it is spoken for the first time: whoever wants it too hears it from its beginning, instead of having it spoken
 * a second time beside the first. Thread-safe.
 */
final class Rendering {

    private final List<float[]> pieces = new ArrayList<>();
    private boolean wanted = true;
    private boolean ended;
    private boolean failed;
    private int followers;

    /**
     * Passes the speaker's pieces on to the one for whom they are made, and keeps them for all others.
     *
     * @return what the voice is to be given; it wants more until nobody does
     */
    Predicate<float[]> heardBy(Predicate<float[]> first) {
        return samples -> {
            add(samples);
            if (wanted) {
                wanted = first.test(samples);
            }
            return goesOn(wanted);
        };
    }

    /**
     * Called once, by the one who speaks.
     *
     * @return the samples, if they are the whole phrase
     */
    synchronized Optional<float[]> end(boolean complete) {
        ended = true;
        failed = failed || !complete;
        notifyAll();
        return failed ? Optional.empty() : Optional.of(whole());
    }

    /**
     * Hears the phrase from its beginning; blocks until it has ended, or no more is wanted, or the thread is interrupted.
     *
     * @return how many samples were heard before the speaker failed or gave up; empty if he did not
     */
    Optional<Integer> follow(Predicate<float[]> sink) {
        if (!join()) {
            return Optional.of(0);
        }
        try {
            int index = 0;
            int samples = 0;
            for (float[] next = piece(index); next != null; next = piece(++index)) {
                samples += next.length;
                if (!sink.test(next)) {
                    return Optional.empty();
                }
            }
            return hasFailed() ? Optional.of(samples) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the call is over
            return Optional.empty();
        } finally {
            leave();
        }
    }

    private synchronized void add(float[] samples) {
        pieces.add(samples);
        notifyAll();
    }

    /** Null after the last. */
    private synchronized float @Nullable [] piece(int index) throws InterruptedException {
        while (index >= pieces.size() && !ended) {
            wait();
        }
        return index < pieces.size() ? pieces.get(index) : null;
    }

    /** Giving up and joining exclude each other: nobody joins what is not spoken to its end. */
    private synchronized boolean goesOn(boolean wantedByFirst) {
        failed = failed || !wantedByFirst && followers == 0;
        return !failed;
    }

    private synchronized boolean join() {
        if (!failed) {
            followers++;
        }
        return !failed;
    }

    private synchronized void leave() {
        followers--;
    }

    private synchronized boolean hasFailed() {
        return failed;
    }

    private float[] whole() {
        int rate = MediaListener.PLAYED_HZ;
        return AudioClip.joined(rate, pieces.stream().map(piece -> new AudioClip(rate, piece)).toList()).samples();
    }
}
