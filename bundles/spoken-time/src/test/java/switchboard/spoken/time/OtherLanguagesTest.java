package switchboard.spoken.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import switchboard.api.time.Mention;
import switchboard.api.time.SpokenTimes;

/** German and Spanish: everything in their tables, and every day and time that they say is understood again. */
class OtherLanguagesTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 25, 10, 0);
    private static final Map<String, SpokenTimes> LANGUAGES = Map.of("de", new GermanTimes(), "es", new SpanishTimes());

    record Example(String language, String phrase, String days, String times) {}

    static Stream<Example> examples() throws IOException {
        return Stream.concat(table("de"), table("es"));
    }

    private static Stream<Example> table(String language) throws IOException {
        try (var in = OtherLanguagesTest.class.getResourceAsStream("phrases-" + language + ".tsv")) {
            List<String> lines = new String(in.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
            return lines.stream().map(line -> line.split("\t")).map(columns -> new Example(language, columns[0], columns[1], columns[2]));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_phrase_means_what_its_speaker_meant(Example example) {
        SpokenTimes language = LANGUAGES.get(example.language());
        Mention mention = language.find(example.phrase(), NOW);

        String read = language.inEnglish(example.phrase());
        assertThat(mention.days()).as(read).isEqualTo(list(example.days()).map(LocalDate::parse).toList());
        if (example.times().equals("part")) {
            assertThat(mention.times()).as(read).hasSizeGreaterThan(2);
        } else {
            assertThat(mention.times()).as(read).containsExactlyInAnyOrderElementsOf(list(example.times()).map(LocalTime::parse).toList());
        }
    }

    @Test
    void there_are_more_than_a_hundred_phrases_of_each() throws IOException {
        assertThat(table("de").count()).isGreaterThan(100);
        assertThat(table("es").count()).isGreaterThan(100);
    }

    @Test
    void whatever_day_is_said_is_understood() {
        LANGUAGES.forEach((name, language) -> {
            for (LocalDate day = NOW.toLocalDate(); day.isBefore(NOW.toLocalDate().plusDays(360)); day = day.plusDays(1)) {
                String said = language.say(day, NOW.toLocalDate());
                assertThat(language.find(said, NOW).days()).as(said + " -> " + language.inEnglish(said)).contains(day);
            }
        });
    }

    @Test
    void whatever_time_is_said_is_understood() {
        LANGUAGES.forEach((name, language) -> {
            for (LocalTime time = LocalTime.of(7, 0); time.isBefore(LocalTime.of(23, 45)); time = time.plusMinutes(15)) {
                String said = "at " + language.say(time);
                assertThat(language.find(said, NOW).times()).as(said + " -> " + language.inEnglish(said)).contains(time);
            }
        });
    }

    @Test
    void english_passes_through_as_it_is() {
        LANGUAGES.values().forEach(language -> {
            Mention mention = language.find("Friday, the 4th of december at half past seven", NOW);
            assertThat(mention.days()).containsExactly(LocalDate.of(2026, 12, 4));
            assertThat(mention.times()).contains(LocalTime.of(19, 30));
        });
    }

    private static Stream<String> list(String column) {
        return column.equals("-") ? Stream.of() : Arrays.stream(column.split(","));
    }
}
