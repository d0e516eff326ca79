package switchboard.llm.receptionist.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of a table among the resources of this bundle: two columns with a tab between them; {@code #} opens a comment. */
public final class Table {

    private static final Pattern NAME = Pattern.compile("\\{[a-z][a-z ]+}");

    private static final String FOLDER = "/switchboard/llm/receptionist/";

    /** The second column is empty if there is none. */
    public record Row(String left, String right) {}

    private Table() {
    }

    /**
     * The rows with their names put in: a row {@code {day}} names the pattern on its right, and {@code {day}} further down stands for that.
     *
     * @param name of the file, with its folder beside the code
     * @throws IllegalStateException if a name stands for nothing
     */
    public static List<Row> readNamed(String name) {
        Map<String, String> named = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Row row : read(name)) {
            boolean names = NAME.matcher(row.left()).matches();
            UnaryOperator<String> filled = text -> NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(Optional.ofNullable(named.get(found.group()))
                    .orElseThrow(() -> new IllegalStateException(name + " does not say what " + found.group() + " is"))));
            if (names) {
                named.put(row.left(), "(?:" + filled.apply(row.right()) + ")");
            } else {
                rows.add(new Row(filled.apply(row.left()), row.right()));
            }
        }
        return rows;
    }

    /** The rows as they are written. @param name of the file, with its folder beside the code */
    public static List<Row> read(String name) {
        try (InputStream file = Table.class.getResourceAsStream(FOLDER + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2)).map(columns -> new Row(columns[0], columns.length < 2 ? "" : columns[1])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
