package switchboard.test.framework.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this process holds, as Linux counts it. */
public final class ServerMemory {

    private ServerMemory() {
    }

    public static long residentMb() {
        return lines("status").filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).sum() / 1024;
    }

    /** What Java objects take that are in use: after a collection. */
    public static double heapMb() {
        System.gc();
        Runtime java = Runtime.getRuntime();
        return (java.totalMemory() - java.freeMemory()) / 1e6;
    }

    /** How many copies of each native library are mapped, by file name. */
    public static Map<String, Long> nativeLibraries() {
        return lines("maps").map(line -> line.split("\\s+", 6)).filter(parts -> parts.length == 6 && parts[5].contains(".so"))
                .map(parts -> parts[5].replace(" (deleted)", "")).distinct()
                .collect(Collectors.groupingBy(path -> path.substring(path.lastIndexOf('/') + 1), TreeMap::new, Collectors.counting()));
    }

    /** Those of which more than one is mapped. */
    public static Map<String, Long> mappedTwice() {
        return nativeLibraries().entrySet().stream().filter(entry -> entry.getValue() > 1).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By how much the values grow from one to the next, by least squares; 0 for fewer than two. */
    public static double slope(List<Long> values) {
        double n = values.size();
        double meanX = (n - 1) / 2;
        double meanY = values.stream().mapToLong(Long::longValue).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < n; i++) {
            above += (i - meanX) * (values.get(i) - meanY);
            below += (i - meanX) * (i - meanX);
        }
        return below == 0 ? 0 : above / below;
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("/proc/self", file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
