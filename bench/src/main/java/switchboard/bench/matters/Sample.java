package switchboard.bench.matters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody may ask, or a document may tell, of a matter.
 *
 * @param file     where it stands
 * @param question whether it is asked, and not told
 */
record Sample(String file, String matter, boolean question, String text) {

    /** Those of all files of a folder: {@code [matter]}, below it {@code ? } before a question and {@code ! } before a statement; # begins a remark. */
    static List<Sample> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Sample> samples = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                samples.addAll(of(file.getFileName().toString(), Files.readAllLines(file)));
            }
            return samples;
        }
    }

    private static List<Sample> of(String file, List<String> lines) {
        List<Sample> samples = new ArrayList<>();
        String matter = "";
        for (String line : lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                matter = line.substring(1, line.length() - 1);
            } else if (!matter.isEmpty() && line.matches("[?!] .+")) {
                samples.add(new Sample(file, matter, line.startsWith("?"), line.substring(2)));
            } else {
                throw new IllegalArgumentException(file + ": '" + line + "' is no [matter], and has no '? ' or '! ' before it");
            }
        }
        return samples;
    }
}
