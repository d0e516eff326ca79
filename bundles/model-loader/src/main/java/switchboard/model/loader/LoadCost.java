package switchboard.model.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.concurrent.Callable;

/**
 * What one load cost the thread that it ran on, told as properties of the published service: {@code load.began.ms} (since
 * 1970), {@code load.ms}, {@code load.cpu.ms}, {@code load.read.bytes} and {@code load.thread}. Who collects a start-up ledger
 * hears of them with the service. Written by the loading thread, and read by it when it publishes.
 */
final class LoadCost {

    private static final Path CPU = Path.of("/proc/thread-self/schedstat");
    private static final Path IO = Path.of("/proc/thread-self/io");

    private long beganMs;
    private long tookNs;
    private long cpuNs;
    private long bytes;
    private String thread = "";

    <S> S measure(Callable<? extends S> load) throws Exception {
        beganMs = System.currentTimeMillis();
        long begin = System.nanoTime();
        long cpuBefore = number(CPU, "");
        long bytesBefore = number(IO, "rchar: ");
        S model = load.call();
        tookNs = System.nanoTime() - begin;
        cpuNs = number(CPU, "") - cpuBefore;
        bytes = number(IO, "rchar: ") - bytesBefore;
        thread = Thread.currentThread().getName();
        return model;
    }

    void tell(Dictionary<String, Object> properties) {
        properties.put("load.began.ms", beganMs);
        properties.put("load.ms", tookNs / 1_000_000);
        properties.put("load.cpu.ms", cpuNs / 1_000_000);
        properties.put("load.read.bytes", bytes);
        properties.put("load.thread", thread);
    }

    /** The first number behind the label; 0 where the system does not count. */
    private static long number(Path file, String label) {
        try {
            String text = Files.readString(file);
            return Long.parseLong(text.substring(text.indexOf(label) + label.length()).split("\\s", 2)[0]);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
