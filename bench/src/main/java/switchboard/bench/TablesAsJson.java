package switchboard.bench;

import com.google.gson.GsonBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bench prints for people, for programs: each table in Markdown that is read, as JSON; everything else is left out but titles. */
public final class TablesAsJson {

    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    private TablesAsJson() {
    }

    /**
     * A table.
     *
     * @param title the last line of text in front of it
     * @param rows  values by the name of their column; what is a number is one
     */
    record Table(String title, List<Map<String, Object>> rows) {}

    /** @param arguments the command that prints the tables */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", String.join(" ", arguments));
        json.put("tables", tables(in.lines().toList()));
        System.out.println(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json));
    }

    static List<Table> tables(List<String> lines) {
        List<Table> tables = new ArrayList<>();
        String title = "";
        List<String> columns = List.of();
        for (String line : lines) {
            List<String> cells = cells(line);
            if (cells.isEmpty()) {
                title = line.isBlank() ? title : line.strip();
                columns = List.of();
            } else if (columns.isEmpty()) {
                columns = cells;
                tables.add(new Table(title, new ArrayList<>()));
            } else if (!cells.stream().allMatch(cell -> cell.matches("-+"))) {
                tables.get(tables.size() - 1).rows.add(row(columns, cells));
            }
        }
        return tables;
    }

    /** Of a line of a table; none of any other. */
    private static List<String> cells(String line) {
        String row = line.strip();
        return row.length() > 1 && row.startsWith("|") && row.endsWith("|")
                ? Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1)).map(String::strip).toList() : List.of();
    }

    private static Map<String, Object> row(List<String> columns, List<String> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            String cell = cells.get(i);
            row.put(columns.get(i), cell.matches(NUMBER) ? Double.valueOf(cell) : cell);
        }
        return row;
    }
}
