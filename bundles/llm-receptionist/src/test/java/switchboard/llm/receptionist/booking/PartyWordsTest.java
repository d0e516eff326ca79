package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many come, as callers tell it. */
class PartyWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            four on sunday                          | 4
            three tomorrow at seven pm              | 3
            oh two please on friday evening         | 2
            four maybe five let's say five          | 5
            three plus a baby                       | 4
            me my husband and my parents            | 4
            right then it's just eight my sister isn't coming | 8
            sorry one moment                        | 0
            at eight on friday                      | 0
            seven thirty on friday                  | 0
            """)
    void an_answer_may_open_with_the_number(String said, int party) {
        assertThat(PartyWords.answer(said, 0).party()).isEqualTo(party);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the three of us plus my mother          | 0 | 4
            two for dinner at eight                 | 0 | 2
            a table for two and one more person     | 0 | 3
            we'll be one more person                | 0 | 0
            we'll be one more person                | 4 | 5
            one of us can't come                    | 4 | 3
            one of us can't come so we're only four | 0 | 4
            can we be eight                         | 6 | 8
            my wife and i would like to come        | 0 | 2
            my son has a tooth and i was hoping     | 0 | 0
            maybe six or seven of us                | 0 | 7
            """)
    void who_comes_too_is_counted(String said, int before, int party) {
        assertThat(PartyWords.find(said, before).party()).isEqualTo(party);
    }
}
