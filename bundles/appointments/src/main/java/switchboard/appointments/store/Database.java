package switchboard.appointments.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.tool.ToolException;

/**
 * A database, a few threads of its own, and a connection for each. Thread-safe.
 *
 * <p>Work runs on the database's threads and never on the caller's: an assistant interrupts a tool that takes too long, and an
 * interrupt closes the files of an embedded database under everybody else.
 */
public final class Database implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Database.class);

    private static final int QUEUE = 256;
    private static final int ATTEMPTS = 16;
    private static final int CONNECTION_ATTEMPTS = 2;
    /** So long [ns] nobody knocks again at a database that is down: callers must not queue up behind one another's time-outs. */
    private static final long PAUSE_NS = 1_000_000_000;

    private final Source source;
    private final Migration migration;
    private final ThreadPoolExecutor threads;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean migrated;
    private boolean closed;
    private long failedNs = System.nanoTime() - PAUSE_NS;

    /** Where connections come from. */
    @FunctionalInterface
    public interface Source {

        /** Opens one; blocks for a few seconds at most. */
        Connection open() throws SQLException;
    }

    /** What is done in one transaction. May be done again from the beginning. */
    @FunctionalInterface
    public interface Work<T> {

        T in(Connection connection) throws SQLException, ToolException;
    }

    /** @param connections at most this many at a time */
    public Database(Source source, int connections) {
        this(source, connections, Migration.TO_LATEST);
    }

    Database(Source source, int connections, Migration migration) {
        this.source = source;
        this.migration = migration;
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(connections, connections, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), task -> {
            Thread thread = new Thread(task, "appointments-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does work in one transaction, which is on disk when this returns. If it throws or is interrupted, nothing has changed.
     *
     * @throws SQLException  if the database cannot be reached or is too busy
     * @throws ToolException as the work throws it
     */
    public <T> T transaction(Work<T> work) throws SQLException, ToolException {
        AtomicBoolean abandoned = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> repeated(work, abandoned));
        try {
            threads.execute(task);
            return task.get();
        } catch (RejectedExecutionException e) {
            throw new SQLException(closed ? "the database is closed" : "too many wait for the database", e);
        } catch (InterruptedException e) {
            abandoned.set(true);
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    /** Opens the database in the background, so that the first caller does not wait for it. */
    public void warmUp() {
        threads.execute(() -> {
            try {
                give(take(), true);
            } catch (SQLException | RuntimeException e) {
                log.error("event=unreachable; appointments are refused until the database can be reached", e);
            }
        });
    }

    private <T> T repeated(Work<T> work, AtomicBoolean abandoned) throws SQLException, ToolException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            try {
                return once(work, abandoned);
            } catch (SQLException e) {
                boolean again = State.of(e).isRepeatable() && attempt < ATTEMPTS
                        || State.of(e).isLost() && attempt < CONNECTION_ATTEMPTS;
                if (!again || abandoned.get()) {
                    throw e;
                }
                log.debug("event=repeated attempt={} state={}", attempt, e.getSQLState());
                Thread.sleep(ThreadLocalRandom.current().nextLong(1, 4L + 4L * attempt));
            }
        }
    }

    private <T> T once(Work<T> work, AtomicBoolean abandoned) throws SQLException, ToolException {
        Connection connection = take();
        boolean sound = false;
        try {
            T result = work.in(connection);
            if (abandoned.get()) {
                throw new SQLException("nobody waits any more");
            }
            connection.commit();
            sound = true;
            return result;
        } catch (SQLException e) {
            sound = !State.of(e).isLost() && rolledBack(connection);
            throw e;
        } catch (ToolException | RuntimeException e) {
            sound = rolledBack(connection);
            throw e;
        } finally {
            give(connection, sound);
        }
    }

    private synchronized Connection take() throws SQLException {
        if (closed) {
            throw new SQLException("the database is closed");
        }
        Connection waiting = idle.poll();
        if (waiting != null) {
            return waiting;
        }
        if (System.nanoTime() - failedNs < PAUSE_NS) {
            throw new SQLException("the database could not be reached a moment ago");
        }
        try {
            return open();
        } catch (SQLException | RuntimeException e) {
            failedNs = System.nanoTime();
            throw e;
        }
    }

    private Connection open() throws SQLException {
        Connection fresh = source.open();
        try {
            if (!migrated) {
                migration.run(fresh);
                migrated = true;
            }
            fresh.setAutoCommit(false);
            return fresh;
        } catch (SQLException | RuntimeException e) {
            close(fresh);
            throw e;
        }
    }

    private void give(Connection connection, boolean sound) {
        synchronized (this) {
            if (sound && !closed) {
                idle.push(connection);
                return;
            }
            if (!sound) {
                // The others were broken by the same thing.
                idle.forEach(Database::close);
                idle.clear();
            }
        }
        close(connection);
    }

    private static boolean rolledBack(Connection connection) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            log.warn("event=rollback-failed state={}", e.getSQLState());
            return false;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("event=close-failed state={}", e.getSQLState());
        }
    }

    private static SQLException rethrown(Throwable cause) throws SQLException, ToolException {
        if (cause instanceof ToolException refusal) {
            throw refusal;
        }
        if (cause instanceof SQLException failure) {
            throw failure;
        }
        return new SQLException(cause);
    }

    /** Waits a few seconds for running work; what waits is refused. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("event=close running={}", threads.getActiveCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            idle.forEach(Database::close);
            idle.clear();
        }
    }
}
