package switchboard.model.store;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line of a terminal that is drawn again and again. Confined to one thread. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 20;
    private static final int NAME_WIDTH = 32;
    private static final long REDRAW_NS = 100_000_000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private String name = "";
    private long startNs;
    private long startBytes;
    private long drawnNs;

    ProgressBar(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override
    public void at(String name, long bytes, long total) {
        long now = nanoTime.getAsLong();
        boolean another = !name.equals(this.name) || bytes < startBytes;
        if (another) {
            this.name = name;
            startNs = now;
            startBytes = bytes;
        }
        if (another || bytes == total || now - drawnNs >= REDRAW_NS) {
            drawnNs = now;
            out.print(CLEAR_LINE + line(bytes, total, (now - startNs) / 1e9));
            out.flush();
        }
    }

    /** Leaves an empty line for whoever prints next. */
    void clear() {
        name = "";
        out.print(CLEAR_LINE);
        out.flush();
    }

    private String line(long bytes, long total, double seconds) {
        double rate = seconds > 0 ? (bytes - startBytes) / 1e6 / seconds : 0;
        String amount = total > 0
                ? String.format(Locale.ROOT, "[%s] %3d %%  %.1f of %.1f MB", bar(bytes, total), bytes * 100 / total, bytes / 1e6, total / 1e6)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
        return String.format(Locale.ROOT, "%s  %s  %.1f MB/s", shortName(), amount, rate);
    }

    private static String bar(long bytes, long total) {
        int done = (int) (WIDTH * Math.min(bytes, total) / total);
        return "=".repeat(done) + " ".repeat(WIDTH - done);
    }

    /** The end of a name tells more than its beginning. */
    private String shortName() {
        return name.length() <= NAME_WIDTH ? name : "…" + name.substring(name.length() - NAME_WIDTH + 1);
    }
}
