package switchboard.llm.openai;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The deadlines of one answer. Thread-safe. */
final class Watch implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final BiConsumer<String, Duration> late;
    private final Deadlines deadlines;

    private @Nullable ScheduledFuture<?> silence;
    private @Nullable ScheduledFuture<?> whole;
    private boolean closed;

    /**
     * @param timer its thread calls {@code late}: the threads that serve the connections may be what is stuck, in a name lookup
     * @param late  hears what did not happen within which time
     */
    Watch(Deadlines deadlines, ScheduledExecutorService timer, BiConsumer<String, Duration> late) {
        this.deadlines = deadlines;
        this.timer = timer;
        this.late = late;
    }

    synchronized void start() {
        whole = after(deadlines.whole(), "did not end its answer");
        silence = after(deadlines.firstByte(), "did not begin to answer");
    }

    /** The endpoint has said something. */
    synchronized void alive() {
        if (!closed) {
            cancel(silence);
            silence = after(deadlines.betweenTokens(), "fell silent in its answer and did not go on");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        cancel(silence);
        cancel(whole);
    }

    private ScheduledFuture<?> after(Duration limit, String what) {
        return timer.schedule(() -> late.accept(what, limit), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void cancel(@Nullable ScheduledFuture<?> timeout) {
        if (timeout != null) {
            timeout.cancel(false);
        }
    }
}
