package switchboard.bench;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Named series of measured values; a table for people and JSON for programs. */
public final class Figures {

    private final Map<String, List<Double>> series = new LinkedHashMap<>();

    /** Adds a value to a series. */
    public void add(String name, double value) {
        series.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    /** All series as a table in Markdown. */
    public String table() {
        StringBuilder table = new StringBuilder("| what | p50 | p95 | min | max | n |\n|---|---|---|---|---|---|\n");
        series.forEach((name, values) -> table.append(String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.0f | %.0f | %d |%n",
                name, quantile(values, 0.5), quantile(values, 0.95), quantile(values, 0), quantile(values, 1), values.size())));
        return table.toString();
    }

    /** Keeps all series as Markdown and as JSON. */
    public void write(Path folder, String name, String command) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), "Printed by `" + command + "`. Times in ms.\n\n" + table());
        Files.writeString(folder.resolve(name + ".json"), new GsonBuilder().setPrettyPrinting().create().toJson(Map.of("command", command, "values", series)));
    }

    /** The value below which that part of the values lies, by the nearest rank. */
    static double quantile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }
}
