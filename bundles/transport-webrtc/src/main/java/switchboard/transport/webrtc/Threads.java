package switchboard.transport.webrtc;

/** Waits for threads to end. */
final class Threads {

    private Threads() {
    }

    /**
     * Waits until a thread has ended, whatever happens: what it uses is freed next. An interrupt is kept for later.
     *
     * @throws IllegalStateException if the thread waits for itself
     */
    static void join(Thread thread) {
        if (thread == Thread.currentThread()) {
            throw new IllegalStateException("a connection must not be closed by its own listener: " + thread.getName());
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
