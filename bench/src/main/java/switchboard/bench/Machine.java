package switchboard.bench;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How fast the machine is at the moment: figures of two days compare only where this is the same, and steady. */
final class Machine {

    private static final int MEGABYTES = 64;
    private static final int ROUNDS = 5;

    private Machine() {
    }

    /** Hashes the same bytes on every core at once; what a core was kept from it by others shows in the slowest. */
    static void measure(Figures figures) throws InterruptedException, ExecutionException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(cores);
        try {
            Callable<List<Double>> rounds = () -> IntStream.range(0, ROUNDS).mapToObj(round -> hashMs()).toList();
            List<Callable<List<Double>>> everyCore = Collections.nCopies(cores, rounds);
            executor.invokeAll(everyCore); // until it is compiled
            for (Future<List<Double>> core : executor.invokeAll(everyCore)) {
                core.get().forEach(ms -> figures.add("this machine: " + MEGABYTES + " MB hashed by a core", ms));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static double hashMs() {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            byte[] megabyte = new byte[1 << 20];
            long begun = System.nanoTime();
            for (int i = 0; i < MEGABYTES; i++) {
                sum.update(megabyte);
            }
            sum.digest();
            return (System.nanoTime() - begun) / 1e6;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
