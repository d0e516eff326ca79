package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that are told by another. */
class ShiftTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            can I come a bit earlier?                       | -30
            Do you have anything a little later?            | 30
            is there something earlier that day?            | -30
            is there anything after that, a bit later?      | 30
            hm that's too late for us actually              | -30
            that's a bit too early                          | 30
            could we come earlier                           | -30
            Earlier, please.                                | -30
            is there anything later on Saturday?            | 30
            next week instead, same day, same time?         | 10080
            same time next week                             | 10080
            an hour later                                   | 60
            can we push it back an hour                     | 60
            could you bring it forward an hour              | -60
            """)
    void an_amount_that_is_not_told_is_half_an_hour(String said, int minutes) {
        assertThat(Shift.in(Speech.plain(Shift.withAmount(said))).map(Shift::by)).contains(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in the evening, after six", "in the morning before work", "the evening after half past seven", "a bit later, at eleven"})
    void an_hour_or_work_behind_it_is_no_other_day(String said) {
        assertThat(Shift.in(Speech.plain(Shift.withAmount(said)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the earlier one", "I called earlier", "I'll call later", "is it too late to book?", "any time later this week", "we might come later than planned", "the later of the two", "see you later"})
    void what_asks_for_no_other_time_is_left_as_it_is(String said) {
        assertThat(Shift.withAmount(said)).isEqualTo(said);
    }
}
