package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialRequestsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "About eight I should think. A table by the window, if at all possible. | A table by the window",
            "It's Fiona Gallagher. Um, is it possible to sit by the window? | by the window",
            "A quiet corner would be lovely. | A quiet corner",
            "Could we sit outside? | outside",
            "My wife is allergic to nuts. | My wife is allergic to nuts",
            "Two adults and a baby, so we need a high chair. | a high chair",
            "We'll have our dog with us. | have our dog",
            "Preferably with Doctor Ford. | with Doctor Ford",
            "Please tell the kitchen that we have to leave by nine. | we have to leave by nine",
            "Yes, but could you put down that we'd like a window table? | we'd like a window table",
            "And put me down for one of them loan bikes, will you? | one of them loan bikes",
            "Storing the old tyres, please write that down. | Storing the old tyres",
            "But please note: storing the old tyres. | storing the old tyres",
            "Could I have Tom? | Tom",
            "I'd like Doctor Marsh if I may. | like Doctor Marsh",
            "It's my mother's birthday. | It's my mother's birthday"})
    void what_staff_should_know_is_found(String said, String request) {
        assertThat(SpecialRequests.in(said)).containsExactly(request);
    }

    @Test
    void all_of_a_turn_is_found() {
        assertThat(SpecialRequests.in("A table by the window please. We'll need a high chair, and my wife is allergic to nuts.")).containsExactlyInAnyOrder("A table by the window", "a high chair", "my wife is allergic to nuts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A table for four on Friday at eight.", "Do you have a terrace?", "Is there parking outside?", "Put it down under Miller.", "Tell me the price.", "What's on in the garden?", "With three friends.", "Are dogs allowed?", "Do you have high chairs?", "My number is 0171 234.", "Let us make it Friday.", "Put me down for eight o'clock.", "Put me down for Friday, please.", "Can you put it down under Miller?"})
    void nothing_is_asked_for(String said) {
        assertThat(SpecialRequests.in(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Could we have the same room as last time? | the same room as last time", "Can she have a lady instructor? | a lady instructor"})
    void whatever_else_is_asked_for(String said, String request) {
        assertThat(SpecialRequests.asked(said)).hasValue(request);
    }
}
