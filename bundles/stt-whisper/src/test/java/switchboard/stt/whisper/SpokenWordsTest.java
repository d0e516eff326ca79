package switchboard.stt.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenWordsTest {

    private static final double SECONDS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "you", "You.", "[BLANK_AUDIO]", "(wind blowing)", "*sigh*", "♪ ♪", "...", "- -",
        "Thanks for watching!", "Thank you for watching.", "Untertitel der Amara.org-Community", "Untertitelung des ZDF, 2020",
        "Sous-titres réalisés par la communauté d'Amara.org", "Subtítulos realizados por la comunidad de Amara.org",
        "Sottotitoli creati dalla comunità Amara.org", "Legendas pela comunidade Amara.org",
        "Ondertitels ingediend door de Amara.org gemeenschap", "Bedankt voor het kijken!", "Vielen Dank fürs Zuschauen!"})
    void what_it_writes_where_it_hears_nothing_is_no_speech(String transcript) {
        assertThat(words(transcript)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes.", "Thank you.", "Danke.", "5", "555-5555.", "No, no, no.", "Sí.", "Can you hear you?",
        "I would like to subscribe to the newsletter.", "Vielen Dank für Ihre Hilfe."})
    void what_callers_say_is_not_touched(String words) {
        assertThat(words(words)).isEqualTo(words);
    }

    @Test
    void an_invented_last_line_is_cut() {
        assertThat(words("I need a table for two. Thanks for watching!")).isEqualTo("I need a table for two.");
        assertThat(words("Bis morgen. Untertitel der Amara.org-Community")).isEqualTo("Bis morgen.");
    }

    @Test
    void notes_about_sounds_are_taken_out() {
        assertThat(words("Hello [cough] it is me. (laughter)")).isEqualTo("Hello it is me.");
    }

    @Test
    void a_loop_is_cut_after_the_first_time() {
        assertThat(words("See you at ten, see you at ten, see you at ten, see you at ten, see")).isEqualTo("See you at ten,");
    }

    @Test
    void more_than_can_be_said_in_the_time_was_not_said() {
        assertThat(words("Ha" + "ha".repeat(100))).isEmpty();
    }

    private static String words(String transcript) {
        return SpokenWords.in(transcript, SECONDS);
    }
}
