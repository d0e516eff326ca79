package switchboard.operations.shell;

/** Runs from its creation on; immutable. */
final class Stopwatch {

    private final long startNs = System.nanoTime();

    long elapsedMs() {
        return (System.nanoTime() - startNs) / 1_000_000;
    }
}
