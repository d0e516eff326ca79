package switchboard.model.loader.shadow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelRouting.Comparison;
import switchboard.api.turn.TurnDetector;

/**
 * Runs shadows on one thread of the lowest priority, with at most two inputs waiting; one that comes while it is full is
 * dropped and counted, so that no call ever waits for a shadow. Thread-safe.
 */
public final class Shadows implements AutoCloseable {

    private static final int WAITING = 2;

    private final ThreadPoolExecutor thread;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    /** Without a thread while there is no shadow. */
    public Shadows() {
        thread = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread lowest = new Thread(task, "shadow");
            lowest.setDaemon(true);
            lowest.setPriority(Thread.MIN_PRIORITY);
            return lowest;
        });
    }

    /** Whether models of the kind can be compared. */
    public boolean compares(Class<?> kind) {
        return kind == TurnDetector.class;
    }

    /** For people: the kinds that can be compared. */
    public String kinds() {
        return TurnDetector.class.getSimpleName();
    }

    /** Forgets what was compared before. */
    public void begin(String kind) {
        tallies.put(kind, new Tally());
    }

    /** What came of it so far. */
    public Comparison comparison(String kind) {
        return tally(kind).sum();
    }

    /**
     * A lease that lets a shadow hear what its model hears.
     *
     * @param shadow leases the shadow, if it is warm
     */
    public <S> Lease<S> beside(Lease<S> serving, Class<S> kind, Supplier<Optional<Lease<TurnDetector>>> shadow) {
        TurnDetector model = (TurnDetector) serving.model();
        S heard = kind.cast(new ShadowedTurnDetector(model, shadow, thread, tally(kind.getSimpleName())));
        return new ShadowedLease<>(serving, heard);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }


    private Tally tally(String kind) {
        return tallies.computeIfAbsent(kind, key -> new Tally());
    }
}
