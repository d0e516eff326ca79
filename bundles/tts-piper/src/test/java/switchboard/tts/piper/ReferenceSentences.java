package switchboard.tts.piper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** English sentences, with what eSpeak NG 1.51 makes of them: {@code espeak-ng -q --ipa -v en-us}. */
final class ReferenceSentences {

    /** @param ipa without punctuation */
    record Sentence(String text, String ipa) {}

    private ReferenceSentences() {
    }

    static List<Sentence> read(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceSentences.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split("\t")).map(fields -> new Sentence(fields[0], fields[1])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
