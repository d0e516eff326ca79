package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntentWordsTest {

    private static final List<String> KINDS = List.of("check-up", "cleaning", "treatment");

    @Test
    void what_hurts_may_be_told_behind_a_remark() {
        assertThat(IntentWords.in("Oh I'm so glad somebody picks up, I've had a toothache since yesterday.", KINDS)).contains(Intent.BOOK);
    }

    @Test
    void a_question_about_what_hurts_is_no_wish() {
        assertThat(IntentWords.in("Do you treat children, my son has a toothache", KINDS)).isEmpty();
    }

    @Test
    void what_is_free_of_something_is_no_time() {
        assertThat(IntentWords.in("Do you have anything gluten free?", KINDS)).isEmpty();
        assertThat(IntentWords.in("Have you got something nut-free or dairy-free?", KINDS)).isEmpty();
        assertThat(IntentWords.in("Do you have anything free on Friday?", KINDS)).contains(Intent.FREE);
    }

    @Test
    void whoever_calls_about_a_booking_of_their_own_has_one() {
        assertThat(IntentWords.in("Hello, I'm calling about my cleaning next Monday.", KINDS)).contains(Intent.FIND);
        assertThat(IntentWords.in("I'm ringing about our table tonight, we need to cancel it", KINDS)).contains(Intent.CANCEL);
        assertThat(IntentWords.in("I'm calling about a table for tonight", KINDS)).contains(Intent.BOOK);
    }
}
