package switchboard.assistant.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConsentReaderTest {

    private static final String TABLE = "A table for four on Friday, the third of December, at eight in the evening, for Mary. Is that right?";

    @TestFactory
    Stream<DynamicTest> words_mean_what_the_corpus_says() throws IOException {
        return lines("answers.txt").map(line -> line.split("\\s*\\|\\s*", 3)).map(parts -> dynamicTest(parts[0] + " " + parts[2],
                () -> assertThat(ConsentReader.of(parts[0]).read(parts[2], TABLE, false)).isEqualTo(Consent.valueOf(parts[1]))));
    }

    @Test
    void the_day_of_a_farewell_is_that_of_what_was_read_back() {
        assertThat(ConsentReader.of("de").read("Ja, passt, bis Freitag!", "Tisch am Freitag, dem vierten Dezember, um acht Uhr. Ist das richtig?", false)).isEqualTo(Consent.YES);
        assertThat(ConsentReader.of("de").read("Ja, passt, bis Samstag!", "Tisch am Freitag, dem vierten Dezember, um acht Uhr. Ist das richtig?", false)).isEqualTo(Consent.OTHER);
        assertThat(ConsentReader.of("es").read("Sí, gracias, hasta el viernes.", "Mesa el viernes, cuatro de diciembre. ¿Es correcto?", false)).isEqualTo(Consent.YES);
    }

    @Test
    void giving_up_with_a_pronoun_is_a_yes_where_that_was_proposed() {
        assertThat(ConsentReader.of("es").read("Sí, por favor, anúlamela.", "Cancelaría: mesa mañana. ¿Es correcto?", true)).isEqualTo(Consent.YES);
        assertThat(ConsentReader.of("de").read("Ja, streichen Sie ihn bitte.", "Ich sage ab: Tisch morgen. Ist das richtig?", true)).isEqualTo(Consent.YES);
    }

    @Test
    void to_cancel_is_a_yes_only_where_that_was_proposed() {
        assertThat(english("Yes, please cancel it.", true)).isEqualTo(Consent.YES);
        assertThat(english("Cancel it.", true)).isEqualTo(Consent.YES);
        assertThat(english("No, don't.", true)).isEqualTo(Consent.NO);
        assertThat(english("Cancel it.", false)).isEqualTo(Consent.NO);
        assertThat(english("Yes, cancel it.", false)).isEqualTo(Consent.OTHER);
    }

    @Test
    void one_word_of_the_read_back_that_is_called_right_is_a_yes() {
        ConsentReader reader = ConsentReader.of("de");
        assertThat(reader.read("Ja, Freitag stimmt.", "Tisch für vier Personen am Freitag um acht. Ist das richtig?", false)).isEqualTo(Consent.YES);
        assertThat(reader.read("Ja, Freitag.", "Tisch für vier Personen am Freitag um acht. Ist das richtig?", false)).isEqualTo(Consent.OTHER);
    }

    @Test
    void another_language_understands_all_that_are_known() {
        ConsentReader reader = ConsentReader.of("fr");
        assertThat(reader.read("Yes.", TABLE, false)).isEqualTo(Consent.YES);
        assertThat(reader.read("Ja, bitte.", TABLE, false)).isEqualTo(Consent.YES);
        assertThat(reader.read("Oui.", TABLE, false)).isEqualTo(Consent.OTHER);
    }

    @Test
    void a_yes_may_stand_before_a_question_that_changes_nothing() {
        assertThat(english("Yes, please. How much would seven people be on a Saturday?")).isEqualTo("How much would seven people be on a Saturday?");
        assertThat(english("Yep. Roughly what does a three bedroom cost?")).isEqualTo("Roughly what does a three bedroom cost?");
        assertThat(english("Yes. Is there music on Friday?")).isEqualTo("Is there music on Friday?");
        assertThat(english("Yes. Is there a table at nine?")).isEmpty();
        assertThat(english("Yes. How much is it if we make it six instead?")).isEmpty();
    }

    private static String english(String said) {
        ConsentReader reader = ConsentReader.of("en");
        return reader.yesBeforeAQuestion(said, TABLE, false).stream().mapToObj(said::substring).findFirst().orElse("");
    }

    @Test
    void a_sentence_that_only_asks_tells_nothing() {
        ConsentReader reader = ConsentReader.of("en");
        assertThat(reader.onlyAsks("Is that right?")).isTrue();
        assertThat(reader.onlyAsks("Shall I book it?")).isTrue();
        assertThat(reader.onlyAsks("Friday at eight?")).isFalse();
        assertThat(reader.onlyAsks("At 8?")).isFalse();
        assertThat(reader.onlyAsks("Shall I cancel it?")).isFalse();
        assertThat(ConsentReader.of("es").onlyAsks("¿Es correcto?")).isTrue();
    }

    @Test
    void a_long_text_is_read_in_no_time() {
        String endless = "thank you very much mmmmmmmm so so yes ".repeat(2_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> english(endless + "x", false));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> english("m".repeat(50_000) + "x", false));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> english("so thank you very much um uh okay that is great so well then thank you very much so x", false));
    }

    private static Consent english(String said, boolean cancels) {
        return ConsentReader.of("en").read(said, TABLE, cancels);
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = ConsentReaderTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }
}
