package switchboard.bench.endpointing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What callers say, and in which voices: a file of bench/endpointing. No voice and no sentence is in two of them.
 *
 * @param name such as "held-out"
 */
record Material(String name, List<String> voices, List<Line> lines) {

    private static final Path FOLDER = Path.of("endpointing");

    /**
     * One utterance.
     *
     * @param kind  such as "digits"
     * @param asked what the assistant asked before; empty if nothing
     * @param text  a bar is where the caller pauses
     */
    record Line(String kind, String asked, String text) {

        boolean isFinished() {
            return text.indexOf('|') < 0;
        }
    }

    static Material read(String name) throws IOException {
        List<String[]> rows = Files.readAllLines(FOLDER.resolve(name + ".tsv")).stream()
                .filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        return new Material(name, List.of(rows.get(0)[1].split(" ")),
                rows.stream().skip(1).map(row -> new Line(row[0], row[1], row[2])).toList());
    }
}
