package switchboard.phonemes.english;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import switchboard.testkit.SampleSpeech;
import switchboard.testkit.TestModels;

@Tag("models")
class GoldenTest {

    @Test
    void every_reference_line_is_said_as_misaki_says_it() throws IOException {
        EnglishPhonemizer phonemizer = EnglishPhonemizer.open(new TestModels());
        Map<String, String> expected = reference();
        Map<String, String> said = new LinkedHashMap<>();
        expected.keySet().forEach(text -> said.put(text, phonemizer.phonemes(text)));
        said.entrySet().removeAll(expected.entrySet());
        assertThat(expected).hasSize(66);
        assertThat(said).as("lines that differ").isEmpty();
    }

    private static Map<String, String> reference() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(SampleSpeech.resource("g2p_java.tsv"), UTF_8))) {
            return in.lines().map(line -> line.split("\t")).collect(Collectors.toMap(c -> c[0], c -> c[1], (a, b) -> b, LinkedHashMap::new));
        }
    }
}
