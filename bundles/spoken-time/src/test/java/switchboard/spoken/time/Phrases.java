package switchboard.spoken.time;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The table of phrases and their meanings. */
final class Phrases {

    record Example(String phrase, String now, String days, String times, Optional<String> rest) {}

    private Phrases() {}

    static List<Example> all() throws IOException {
        try (var in = Phrases.class.getResourceAsStream("phrases.tsv")) {
            return new String(in.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("# ")).map(Phrases::example).toList();
        }
    }

    private static Example example(String line) {
        String[] column = line.split("\t");
        return new Example(column[0], column[1], column[2], column[3], column.length > 4 ? Optional.of(column[4]) : Optional.empty());
    }
}
