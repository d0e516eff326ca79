package switchboard.cli.server;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Shows that something is going on. */
@FunctionalInterface
public interface Progress {

    /** For programs. */
    Progress SILENT = doing -> () -> {};

    /** Begins; closing it wipes the line. */
    Shown begin(String doing);

    /** On a terminal: after a second, one line with a bar that moves and the seconds so far. */
    static Progress on(PrintStream terminal) {
        return doing -> {
            Thread thread = new Thread(() -> draw(terminal, doing), "progress");
            thread.setDaemon(true);
            thread.start();
            return () -> end(thread);
        };
    }

    /** Lasts until it is closed. */
    interface Shown extends AutoCloseable {

        @Override
        void close();
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void draw(PrintStream terminal, String doing) {
        long startNs = System.nanoTime();
        boolean drawn = false;
        try {
            TimeUnit.SECONDS.sleep(1);
            for (int step = 0;; step++) {
                terminal.printf("\r%s %s %d s ", bar(step), doing, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNs));
                terminal.flush();
                drawn = true;
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (InterruptedException e) {
            if (drawn) {
                terminal.print("\r\033[K");
                terminal.flush();
            }
        }
    }

    private static String bar(int step) {
        StringBuilder bar = new StringBuilder("[          ]");
        bar.replace(1 + step % 10, 2 + step % 10, "=");
        return bar.toString();
    }
}
