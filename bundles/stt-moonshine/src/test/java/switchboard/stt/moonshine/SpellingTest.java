package switchboard.stt.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "To-morrow at six p m for Dillon, no phone. | Tomorrow at six p.m. for Dillon, no phone.",
        "The day after to-morrow, not to-night.     | The day after tomorrow, not tonight.",
        "Friday at seven p. m..                     | Friday at seven p.m.",
        "Saturday at 7 A M                          | Saturday at 7 A.m.",
        "Friday at 9 p.m. for Weaver.               | Friday at 9 p.m. for Weaver.",
        "'\"Sometime in the morning, maybe.'        | Sometime in the morning, maybe.",
        "The dogs' owner is here.                   | The dogs' owner is here.",
        "R. E. E. D..                               | R. E. E. D.",
        "So I thought... maybe Friday.              | So I thought... maybe Friday.",
        "Yet,                                       | Yep,",
        "Um, yet.                                   | Yep.",
        "Yet perfect,                               | Yep perfect,",
        "Yap, that's right.                         | Yep, that's right.",
        "Sore.                                      | Sure.",
        "Not yet.                                   | Not yet.",
        "And not yet.                               | And not yet.",
        "Yet another thing.                         | Yet another thing.",
        "Yet?                                       | Yet?",
        "Sounds good, eh?                           | Sounds good.",
        "Eh?                                        | Eh?",
        "Sore gums.                                 | Sore gums.",
        "I am so glad.                              | I am so glad."
    })
    void it_is_written_as_today(String heard, String written) {
        assertThat(Spelling.modern(heard)).isEqualTo(written);
    }
}
