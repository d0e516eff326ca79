package switchboard.llm.receptionist.booking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of a table beside this class: two columns with a tab between them; {@code #} opens a comment. */
final class Table {

    record Row(String left, String right) {}

    private Table() {
    }

    static List<Row> read(String name) {
        try (InputStream file = Table.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2)).map(columns -> new Row(columns[0], columns.length < 2 ? "" : columns[1])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
