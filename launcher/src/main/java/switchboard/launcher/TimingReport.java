package switchboard.launcher;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import switchboard.launcher.Timing.Row;

/**
 * The ledger for people and for programs.
 *
 * @param readyMs from the JVM's start to the first offer that is accepted
 * @param rows    what took long enough for a line
 * @param brief   what did not
 * @param threads CPU [ms] by name of the thread
 */
record TimingReport(long readyMs, List<Row> rows, List<Row> brief, Map<String, Long> threads) {

    private static final int WIDTH = 60;

    /** One bar for each row, in the order of their beginnings. */
    String chart() {
        StringBuilder chart = new StringBuilder(String.format(Locale.ROOT, "%-34s %6s %6s %6s %8s  thread%n", "start-up ledger, ms", "from", "to", "CPU", "read KB"));
        for (Row row : ordered()) {
            int from = column(row.fromMs());
            int length = Math.max(1, column(row.toMs()) - from);
            chart.append(String.format(Locale.ROOT, "%-34.34s %6d %6d %6s %8s  %-16.16s |%s%s%n", row.name(), row.fromMs(), row.toMs(),
                    known(row.cpuMs()), known(row.bytes() < 0 ? -1 : row.bytes() / 1024), row.thread(), " ".repeat(from), "█".repeat(length)));
        }
        chart.append(String.format(Locale.ROOT, "%d shorter ones: %d ms%nready: %d ms%n", brief.size(),
                brief.stream().mapToLong(row -> row.toMs() - row.fromMs()).sum(), readyMs));
        threads.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(14)
                .forEach(thread -> chart.append(String.format(Locale.ROOT, "  CPU %6d ms  %s%n", thread.getValue(), thread.getKey())));
        return chart.toString();
    }

    String json() {
        StringJoiner lines = new StringJoiner(",\n    ", "[\n    ", "\n  ]");
        for (Row row : ordered()) {
            lines.add(String.format(Locale.ROOT, "{\"name\": %s, \"thread\": %s, \"from_ms\": %d, \"to_ms\": %d, \"cpu_ms\": %d, \"read_bytes\": %d}",
                    quoted(row.name()), quoted(row.thread()), row.fromMs(), row.toMs(), row.cpuMs(), row.bytes()));
        }
        StringJoiner cpu = new StringJoiner(", ", "{", "}");
        threads.forEach((name, ms) -> cpu.add(quoted(name) + ": " + ms));
        return "{\n  \"ready_ms\": %d,\n  \"rows\": %s,\n  \"cpu_ms_by_thread\": %s\n}\n".formatted(readyMs, lines, cpu);
    }

    private List<Row> ordered() {
        return rows.stream().sorted(Comparator.comparingLong(Row::fromMs)).toList();
    }

    private int column(long ms) {
        return (int) Math.min(WIDTH, ms * WIDTH / Math.max(1, readyMs));
    }

    private static String known(long number) {
        return number < 0 ? "" : String.valueOf(number);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
