package switchboard.turn.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.turn.Pause;

class WordsTurnDetectorTest {

    private final WordsTurnDetector detector = WordsTurnDetector.proven();

    @ParameterizedTest
    @ValueSource(strings = {"What time do you open on Sunday?", "Yes, please.", "A table for two, please.", "what is that for?", "Ja, gerne.",
            "Wann haben Sie geöffnet?", "Ich möchte meinen Termin absagen.", "¿A qué hora abren?", "No, gracias.", "how much is the tasting menu"})
    void what_is_whole_is_over_soon(String said) {
        assertThat(after(200, said)).isGreaterThanOrEqualTo(detector.threshold());
    }

    @ParameterizedTest
    @ValueSource(strings = {"I need to cancel my", "My name is", "My name is.", "um", "A table for", "I'd like to come on the twenty", "Tomorrow,",
            "five five five", "Ich heiße", "Ich hätte gern einen", "Wir kommen morgen um", "Me llamo", "Quisiera reservar una", "so...",
            "What time do you"})
    void what_is_unfinished_is_not(String said) {
        assertThat(after(200, said)).isLessThan(0.35f);
    }

    @Test
    void the_longer_the_silence_the_likelier_the_end() {
        List<Float> judgements = List.of(32, 200, 400, 800, 1600, 3200).stream().map(ms -> after(ms, "A table for")).toList();
        assertThat(judgements).isSorted().doesNotHaveDuplicates();
        assertThat(judgements.get(5)).isGreaterThan(detector.threshold());
    }

    @Test
    void without_words_it_is_as_likely_as_silences_end_turns() {
        assertThat(after(0, "")).isBetween(0.66f, 0.67f);
        assertThat(after(0, " ... ")).isBetween(0.66f, 0.67f);
    }

    @Test
    void a_question_is_surer_than_a_statement_and_a_statement_than_half_a_number() {
        assertThat(after(200, "Can I bring my dog?")).isGreaterThan(after(200, "We would prefer a table outside."));
        assertThat(after(200, "We would prefer a table outside.")).isGreaterThan(after(200, "It is four five six"));
    }

    @ParameterizedTest
    @CsvSource({"Ich komme mit, GERMAN", "tengo una reserva para el viernes, SPANISH", "we will be six, ENGLISH", "Zimmer, ENGLISH"})
    void the_language_is_told_by_its_frequent_words(String said, Language language) {
        assertThat(Language.of(Utterance.of(said).words())).isEqualTo(language);
    }

    @Test
    void another_sample_rate_and_an_empty_turn_are_refused() {
        AudioClip slow = AudioClip.silence(8_000, Duration.ofSeconds(1));
        assertThatIllegalArgumentException().isThrownBy(() -> detector.endOfTurn(new Pause(slow, "Yes.", Duration.ZERO)))
                .withMessage("expected 16000 Hz, got 8000 Hz");
        assertThatIllegalArgumentException().isThrownBy(() -> detector.endOfTurn(new Pause(new AudioClip(16_000, new float[0]), "Yes.", Duration.ZERO)));
    }

    private float after(int ms, String said) {
        return detector.endOfTurn(new Pause(AudioClip.silence(16_000, Duration.ofSeconds(1)), said, Duration.ofMillis(ms)));
    }
}
