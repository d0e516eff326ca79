package switchboard.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a thread has used so far, as Linux counts it; zeros elsewhere. */
record Cost(long cpuNs, long bytes) {

    private static final Path PROC = Path.of("/proc");
    /** Linux counts a process's beginning, in seconds since its own, by this. */
    private static final int TICKS_PER_SECOND = 100;
    private static final int BEGINNING = 22;

    /** Of the thread that asks. */
    static Cost now() {
        Path self = PROC.resolve("thread-self");
        return new Cost(number(self.resolve("schedstat"), ""), number(self.resolve("io"), "rchar: "));
    }

    /** When this process was born, to 10 ms, as milliseconds since 1970; elsewhere than on Linux, now. */
    static long bornMs() {
        long now = System.currentTimeMillis();
        try {
            String stat = Files.readString(PROC.resolve("self/stat"));
            // The second field is a name in brackets, in which anything may stand.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long beginning = Long.parseLong(fields[BEGINNING - 3]) * 1000 / TICKS_PER_SECOND;
            double up = Double.parseDouble(Files.readString(PROC.resolve("uptime")).split(" ")[0]);
            return now - (long) (up * 1000) + beginning;
        } catch (IOException e) {
            return now;
        }
    }

    Cost since(Cost before) {
        return new Cost(cpuNs - before.cpuNs, bytes - before.bytes);
    }

    /**
     * CPU in ms of the threads that live, the JVM's own too, by name; ONNX Runtime's bear the name of who made them. Those that
     * have ended are counted in {@code (process)} only.
     */
    static Map<String, Long> byThread() {
        Map<String, Long> used = new TreeMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(PROC.resolve("self/task"))) {
            for (Path thread : threads) {
                used.merge(name(thread), number(thread.resolve("schedstat"), "") / 1_000_000, Long::sum);
            }
        } catch (IOException e) {
            return used;
        }
        ProcessHandle.current().info().totalCpuDuration().ifPresent(total -> used.put("(process)", total.toMillis()));
        return used;
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip().replaceAll("[-#0-9]+$", "");
        } catch (IOException e) {
            return "(ended)";
        }
    }

    private static long number(Path file, String label) {
        try {
            String text = Files.readString(file);
            return Long.parseLong(text.substring(text.indexOf(label) + label.length()).split("\\s", 2)[0]);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
