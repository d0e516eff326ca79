package switchboard.spoken.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import switchboard.api.time.Mention;
import switchboard.spoken.time.Phrases.Example;

/** Everything in phrases.tsv. */
class PhrasesTest {

    private static final String RANGE = "...";

    private final EnglishTimes times = new EnglishTimes();

    static Stream<Example> examples() throws IOException {
        return Phrases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_phrase_means_what_its_speaker_meant(Example example) {
        Mention mention = times.find(example.phrase(), LocalDateTime.parse(example.now()));

        assertThat(mention.days()).isEqualTo(list(example.days()).map(LocalDate::parse).toList());
        if (example.times().endsWith(RANGE)) {
            assertThat(mention.times()).hasSizeGreaterThan(2).startsWith(LocalTime.parse(example.times().replace(RANGE, "")));
        } else {
            assertThat(mention.times()).isEqualTo(list(example.times()).map(LocalTime::parse).toList());
        }
        example.rest().ifPresent(rest -> assertThat(mention.rest()).isEqualTo(rest));
    }

    private static Stream<String> list(String column) {
        return column.equals("-") ? Stream.of() : Arrays.stream(column.split(","));
    }

}
