package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffWordsTest {

    private static final List<StaffMember> STAFF = StaffMember.of(List.of("Maria", "Dan", "Doctor Helen Marsh", "Doctor Amit Rao"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a haircut with Maria on Thursday | Maria | a haircut on Thursday",
            "Next Tuesday, preferably with Dr. Marsh. | Doctor Helen Marsh | Next Tuesday",
            "Could I see Doctor Rao on Friday at ten? | Doctor Amit Rao | Could I see on Friday at ten?",
            "Is Dan free on Saturday at three? | Dan | are you free on Saturday at three?",
            "And that's with Maria, right? | Maria | ''",
            "Is Maria doing it? | Maria | ''",
            "Not Dan, Maria please. | Maria | ''",
            "Helen Marsh, if possible, on the ninth. | Doctor Helen Marsh | ', on the ninth.'"})
    void whoever_is_asked_for_is_found(String said, String who, String rest) {
        StaffWords found = StaffWords.in(said, Optional.empty(), STAFF);
        assertThat(found.who()).hasValue(who);
        assertThat(found.rest().replaceAll("[.,?!]+$", "").strip()).isEqualTo(rest.replaceAll("[.,?!]+$", "").strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"My name is Maria Lopez.", "Hi, this is Maria.", "Is Maria or Dan better with children?", "How long has Dan been there?", "A haircut on Thursday.", "Does Maria do perms?", "Either Maria or Dan."})
    void nobody_is_asked_for(String said) {
        assertThat(StaffWords.in(said, Optional.empty(), STAFF).who()).isEmpty();
    }

    @Test
    void a_name_that_was_asked_for_is_the_callers() {
        assertThat(StaffWords.in("Maria Lopez.", Optional.of(Slot.NAME), STAFF).who()).isEmpty();
        assertThat(StaffWords.in("Maria.", Optional.of(Slot.NAME), STAFF).who()).isEmpty();
        assertThat(StaffWords.in("Tasha Monroe, and it's with Maria.", Optional.of(Slot.NAME), STAFF).who()).hasValue("Maria");
    }

    @Test
    void anybody_will_do() {
        assertThat(StaffWords.in("I don't mind who.", Optional.empty(), STAFF).heard(Slots.EMPTY.withStaff(Optional.of("Dan"))).staff()).isEmpty();
    }
}
