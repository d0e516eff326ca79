package switchboard.test.framework;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what happens in the background of a running framework. */
public final class Eventually {

    /** Long, because everything else may run on the same two cores; only a failure takes it. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Eventually() {
    }

    /** What is supplied, as soon as it is present. */
    public static <T> T present(Supplier<Optional<T>> supplier) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> value = supplier.get();
            if (value.isPresent()) {
                return value.get();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("did not happen within " + LIMIT.toSeconds() + " s");
    }
}
