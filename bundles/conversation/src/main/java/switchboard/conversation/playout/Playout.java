package switchboard.conversation.playout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import switchboard.conversation.monitor.BoundedWait;

/**
 * The audio that the caller is about to hear, at 24 kHz, segment after segment.
 *
 * <p>Thread-safe: synthesis adds, the call's thread stops, the pacer plays. The lock is held for a copy of at most a few
 * hundred samples.
 */
public final class Playout {

    private static final int SAMPLES_PER_MS = 24;
    private static final int FADE_SAMPLES = 10 * SAMPLES_PER_MS;
    /** Clauses begin with their first sound. */
    private static final int SENTENCE_PAUSE_SAMPLES = 130 * SAMPLES_PER_MS;
    private static final int CLAUSE_PAUSE_SAMPLES = 50 * SAMPLES_PER_MS;
    /** More than a minute ahead is a mistake of whoever speaks. */
    private static final int MOST_SAMPLES = 60_000 * SAMPLES_PER_MS;

    /** What was reached while playing. */
    public sealed interface Mark {

        int segment();

        /** The first sample of a segment was played. */
        record Started(int segment) implements Mark {}

        /**
         * A segment is heard again, whose next samples had come too late.
         *
         * @param silentMs how long nothing was heard in its middle
         */
        record Resumed(int segment, int silentMs) implements Mark {}

        /** The last sample of a segment was played. */
        record Finished(int segment) implements Mark {}
    }

    private sealed interface Item {}

    private record Samples(float[] samples) implements Item {}

    private record Silence(int samples) implements Item {}

    private record Reached(Mark mark) implements Item {}

    private final Consumer<Mark> listener;
    private final Deque<Item> items = new ArrayDeque<>();
    private float[] fade = {};
    private int position;
    private int buffered;
    private int epoch;
    private boolean held;
    private int fadeIn;
    /** Of which more is to come; empty between segments. */
    private OptionalInt unfinished = OptionalInt.empty();
    private int starvedSamples;
    private float last;

    /** @param listener is told, by the thread that plays, without the lock; returns quickly */
    public Playout(Consumer<Mark> listener) {
        this.listener = listener;
    }

    /** The number of interruptions so far: what was begun in another epoch is not played any more. */
    public synchronized int epoch() {
        return epoch;
    }

    /** How much is waiting, in milliseconds. */
    public synchronized int bufferedMs() {
        return buffered / SAMPLES_PER_MS;
    }

    /** Begins a segment behind what is waiting. */
    public synchronized void begin(int epochBegun, int segment) {
        if (epochBegun == epoch) {
            items.add(new Reached(new Mark.Started(segment)));
        }
    }

    /**
     * Adds to the segment begun last.
     *
     * @param samples at 24 kHz; the array is given away
     * @return whether more is wanted
     */
    public synchronized boolean add(int epochBegun, float[] samples) {
        if (epochBegun != epoch || buffered + samples.length > MOST_SAMPLES) {
            return false;
        }
        if (samples.length > 0) {
            items.add(new Samples(samples));
            buffered += samples.length;
        }
        return true;
    }

    /** Ends the segment begun last; before the next there is a short pause, after a sentence a longer one. */
    public synchronized void end(int epochBegun, int segment, boolean sentence) {
        if (epochBegun == epoch) {
            items.add(new Reached(new Mark.Finished(segment)));
            items.add(new Silence(sentence ? SENTENCE_PAUSE_SAMPLES : CLAUSE_PAUSE_SAMPLES));
        }
    }

    /**
     * Fades out within ten milliseconds; what waits, and what is added, is played after {@link #resume()}.
     *
     * @param unheardMs how much of what was played last is played again then, because nobody will have heard it; no more than of
     *                  the present piece
     */
    public synchronized void hold(int unheardMs) {
        if (!held) {
            fadeOut();
            goBack(unheardMs * SAMPLES_PER_MS);
            held = true;
        }
    }

    /** Goes on where it was held. */
    public synchronized void resume() {
        fadeIn = held ? FADE_SAMPLES : 0;
        held = false;
        notifyAll();
    }

    /**
     * Waits while it is held and has something to play: whoever makes more has time until it goes on.
     *
     * @param limit the longest that is waited
     */
    public synchronized void awaitResumed(int epochBegun, Duration limit) throws InterruptedException {
        BoundedWait.await(this, () -> held && buffered > 0 && epochBegun == epoch, limit);
    }

    /** Fades out within ten milliseconds and forgets everything else; what is added later is played at once. */
    public synchronized void stop() {
        epoch++;
        if (!held) {
            fadeOut();
        }
        held = false;
        items.clear();
        position = 0;
        buffered = 0;
        unfinished = OptionalInt.empty();
        starvedSamples = 0;
        notifyAll();
    }

    /** Fills the next frame; where there is nothing, it is left alone. */
    public void play(float[] frame) {
        List<Mark> marks = fill(frame);
        marks.forEach(listener);
    }

    private synchronized List<Mark> fill(float[] frame) {
        int filled = playFade(frame, 0);
        if (held) {
            return List.of();
        }
        int from = filled;
        List<Mark> marks = items.isEmpty() ? List.of() : new ArrayList<>(2);
        while (!items.isEmpty() && (filled < frame.length || items.peek() instanceof Reached)) {
            Item item = items.peek();
            if (item instanceof Reached reached) {
                if (waitsForAudio(reached.mark)) {
                    break;
                }
                reach(reached.mark, marks);
                items.poll();
            } else {
                goOn(marks);
                filled += playFrom(item, frame, filled);
            }
        }
        fadeIn(frame, from, filled);
        if (filled < frame.length && unfinished.isPresent()) {
            starve(frame, from, filled);
        }
        return marks;
    }

    private void reach(Mark mark, List<Mark> marks) {
        marks.add(mark);
        unfinished = mark instanceof Mark.Started ? OptionalInt.of(mark.segment()) : OptionalInt.empty();
        fadeIn = starvedSamples > 0 ? 0 : fadeIn;
        starvedSamples = 0;
    }

    /** What was played last may have been cut within a word: it ends without a click, and goes on without one. */
    private void starve(float[] frame, int from, int to) {
        if (starvedSamples == 0) {
            fade = new float[FADE_SAMPLES];
            for (int i = 0; i < FADE_SAMPLES; i++) {
                fade[i] = last * (1 - (i + 1f) / FADE_SAMPLES);
            }
            playFade(frame, to);
        }
        starvedSamples += frame.length - (to - from);
        fadeIn = FADE_SAMPLES;
    }

    private void goOn(List<Mark> marks) {
        if (starvedSamples > 0 && unfinished.isPresent()) {
            marks.add(new Mark.Resumed(unfinished.getAsInt(), starvedSamples / SAMPLES_PER_MS));
            starvedSamples = 0;
        }
    }

    /** A segment has not started before there is something to hear of it, and room in the frame to hear it. */
    private boolean waitsForAudio(Mark mark) {
        return mark instanceof Mark.Started && items.size() == 1;
    }

    private int playFrom(Item item, float[] frame, int filled) {
        int length = item instanceof Samples samples ? samples.samples.length : ((Silence) item).samples;
        int count = Math.min(length - position, frame.length - filled);
        if (item instanceof Samples samples) {
            System.arraycopy(samples.samples, position, frame, filled, count);
            buffered -= count;
            last = frame[filled + count - 1];
        }
        position += count;
        if (position == length) {
            items.poll();
            position = 0;
        }
        return count;
    }

    private void goBack(int samples) {
        if (items.peek() instanceof Samples) {
            int back = Math.min(samples, position);
            position -= back;
            buffered += back;
        }
    }

    private void fadeOut() {
        float[] last = new float[FADE_SAMPLES];
        copyAhead(last);
        for (int i = 0; i < last.length; i++) {
            last[i] *= 1 - (i + 1f) / last.length;
        }
        fade = last;
    }

    private void fadeIn(float[] frame, int from, int to) {
        for (int i = from; i < to && fadeIn > 0; i++, fadeIn--) {
            frame[i] *= 1 - (float) fadeIn / FADE_SAMPLES;
        }
    }

    private int playFade(float[] frame, int from) {
        int count = Math.min(fade.length, frame.length - from);
        System.arraycopy(fade, 0, frame, from, count);
        fade = Arrays.copyOfRange(fade, count, fade.length);
        return count;
    }

    private void copyAhead(float[] target) {
        int filled = Math.min(fade.length, target.length);
        System.arraycopy(fade, 0, target, 0, filled);
        int from = position;
        for (Item item : items) {
            if (filled == target.length || item instanceof Silence) {
                return;
            }
            if (item instanceof Samples samples) {
                int count = Math.min(samples.samples.length - from, target.length - filled);
                System.arraycopy(samples.samples, from, target, filled, count);
                filled += count;
                from = 0;
            }
        }
    }
}
