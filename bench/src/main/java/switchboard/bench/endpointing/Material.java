package switchboard.bench.endpointing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What callers say, and in which voices: a file of bench/endpointing. No sentence is in two of them, and no voice but two of development-3.
 *
 * @param name   such as "held-out"
 * @param voices names, each with its speed if that is not 1: "bf_emma@1.2"
 * @param inTurn whether each line is said by one voice, the next by the next, instead of all lines by all voices
 */
record Material(String name, List<String> voices, boolean inTurn, List<Line> lines) {

    private static final Path FOLDER = Path.of("endpointing");

    /** A line and who says it. */
    record Said(String voice, Line line) {}

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
        return new Material(name, List.of(rows.get(0)[1].split(" ")), rows.get(0)[0].equals("voices in turn"),
                rows.stream().skip(1).map(row -> new Line(row[0], row[1], row[2])).toList());
    }

    /** All that is said, one after the other. */
    List<Said> said() {
        return inTurn
                ? IntStream.range(0, lines.size()).mapToObj(i -> new Said(voices.get(i % voices.size()), lines.get(i))).toList()
                : voices.stream().flatMap(voice -> lines.stream().map(line -> new Said(voice, line))).toList();
    }
}
