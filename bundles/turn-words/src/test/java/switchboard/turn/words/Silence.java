package switchboard.turn.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A silence of the labelled utterances.
 *
 * @param language two letters
 * @param said     the words before it, as a recogniser writes them
 * @param over     whether the turn was
 */
record Silence(String language, String said, boolean over) {

    /** Those that were counted: every other utterance. */
    static List<Silence> counted() {
        return all(0);
    }

    /** Those that were not. */
    static List<Silence> heldOut() {
        return all(1);
    }

    private static List<Silence> all(int first) {
        try (InputStream in = Objects.requireNonNull(Silence.class.getResourceAsStream("utterances.txt"), "utterances.txt")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
            List<Silence> silences = new ArrayList<>();
            for (int i = first; i < lines.size(); i += 2) {
                silences.addAll(of(lines.get(i)));
            }
            return silences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Silence> of(String line) {
        List<Silence> silences = new ArrayList<>();
        String[] parts = line.substring(3).split(" \\| ");
        String said = "";
        for (int i = 0; i < parts.length; i++) {
            said = (said + " " + parts[i]).strip();
            silences.add(new Silence(line.substring(0, 2), said, i == parts.length - 1));
        }
        return silences;
    }
}
