package switchboard.operations.records;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings records to the disk, on a thread of its own; no call waits for it. Thread-safe. */
final class RecordWriter {

    private static final Logger log = LoggerFactory.getLogger(RecordWriter.class);
    /** Records that wait for the disk; one is at most about a megabyte. */
    private static final int MOST_WAITING = 64;
    private static final int CLOSING_SECONDS = 5;

    private final RecordFolder folder;
    /** Records of ended calls that are not on disk yet. */
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "call-records");
        thread.setDaemon(true);
        return thread;
    });

    RecordWriter(RecordFolder folder) {
        this.folder = folder;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @param record what there is when its turn comes; empty if there is nothing to write any more */
    void keepSoFar(Supplier<Optional<CallRecord>> record) {
        try {
            thread.execute(() -> record.get().ifPresent(this::write));
        } catch (RejectedExecutionException e) {
            log.debug("a call goes on after records were stopped", e);
        }
    }

    void keep(CallRecord record) {
        if (waiting.get() >= MOST_WAITING) {
            log.error("call={} company={} is not kept: the disk is too slow, {} records wait", record.call(), record.company(), MOST_WAITING);
            return;
        }
        try {
            thread.execute(() -> {
                waiting.decrementAndGet();
                write(record);
            });
            waiting.incrementAndGet();
        } catch (RejectedExecutionException e) {
            log.warn("call={} company={} is not kept: it ended after records were stopped", record.call(), record.company());
        }
    }

    void later(Runnable task, long delay, TimeUnit unit) {
        thread.schedule(task, delay, unit);
    }

    void everyHour(Runnable task, long firstMinutes) {
        thread.scheduleWithFixedDelay(task, firstMinutes, 60, TimeUnit.MINUTES);
    }

    /** Writes what waits; blocks for {@value #CLOSING_SECONDS} s at most. */
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            log.error("records={} could not be written in {} s and are lost", thread.shutdownNow().size(), CLOSING_SECONDS);
        }
    }

    private void write(CallRecord record) {
        try {
            folder.write(record);
        } catch (IOException | RuntimeException e) {
            log.error("call={} company={} could not be kept", record.call(), record.company(), e);
        }
    }
}
