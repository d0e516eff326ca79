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

    /** Of the thread that asks. */
    static Cost now() {
        Path self = PROC.resolve("thread-self");
        return new Cost(number(self.resolve("schedstat"), ""), number(self.resolve("io"), "rchar: "));
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
