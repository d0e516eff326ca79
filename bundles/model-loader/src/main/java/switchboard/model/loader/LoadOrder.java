package switchboard.model.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Loads side by side, but first those that every call needs: a start has not more than its processor can compute. Those that
 * only serve who asks for them begin when no load of the first kind is under way any more. Thread-safe.
 */
final class LoadOrder {

    private final Executor threads;
    private final List<Runnable> waiting = new ArrayList<>();
    private int underWay;

    /** @param threads runs each load on a thread of its own */
    LoadOrder(Executor threads) {
        this.threads = threads;
    }

    void first(Runnable load) {
        synchronized (this) {
            underWay++;
        }
        threads.execute(() -> {
            try {
                load.run();
            } finally {
                ended().forEach(threads::execute);
            }
        });
    }

    void afterwards(Runnable load) {
        synchronized (this) {
            if (underWay > 0) {
                waiting.add(load);
                return;
            }
        }
        threads.execute(load);
    }

    private synchronized List<Runnable> ended() {
        underWay--;
        if (underWay > 0) {
            return List.of();
        }
        List<Runnable> next = List.copyOf(waiting);
        waiting.clear();
        return next;
    }
}
