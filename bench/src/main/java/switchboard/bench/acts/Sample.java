package switchboard.bench.acts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import switchboard.llm.receptionist.acts.Act;

/**
 * A clause and what it does.
 *
 * @param writer the file that it is from: each was written by another hand
 */
record Sample(String writer, Act act, String clause) {

    private static final int THIRD = 3;

    /** Those of all files of a folder; a line is {@code act: clause}, or begins with # and is a remark. */
    static List<Sample> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Sample> samples = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        samples.add(of(file, line));
                    }
                }
            }
            return samples;
        }
    }

    /** Of the questions that the facts bench develops with every third, so that questions do not outweigh all else. */
    static List<Sample> questions(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.filter(path -> path.getFileName().toString().matches("facts-dev(-\\d)?\\.tsv")).sorted().toList()) {
                Files.readAllLines(file).stream().filter(line -> line.contains("\t") && !line.startsWith("#")).forEach(lines::add);
            }
            return IntStream.range(0, lines.size() / THIRD).mapToObj(i -> new Sample("facts-dev", Act.ASK, lines.get(i * THIRD).split("\t")[1])).toList();
        }
    }

    private static Sample of(Path file, String line) {
        String[] parts = line.split(": ", 2);
        try {
            return new Sample(file.getFileName().toString(), Act.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)), parts[1].strip());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(file + ": '" + line + "' does not begin with an act and a colon", e);
        }
    }
}
