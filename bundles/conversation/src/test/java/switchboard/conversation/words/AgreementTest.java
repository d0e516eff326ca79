package switchboard.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgreementTest {

    private final Agreement agreement = new Agreement();

    @Test
    void what_is_heard_once_is_not_certain() {
        assertThat(agreement.heard("What time")).isEmpty();
    }

    @Test
    void words_on_which_two_passes_agree_are() {
        agreement.heard("What time?");

        assertThat(agreement.heard("What time do you")).contains("What time");
        assertThat(agreement.heard("What time do you open")).contains("What time do you");
    }

    @Test
    void the_same_pass_twice_is_agreement() {
        agreement.heard("Do you deliver");

        assertThat(agreement.heard("Do you deliver")).contains("Do you deliver");
        assertThat(agreement.heard("Do you deliver")).as("nothing new").isEmpty();
    }

    @Test
    void a_word_that_changes_waits_for_the_next_pass() {
        agreement.heard("I need a cable");

        assertThat(agreement.heard("I need a table")).contains("I need a");
        assertThat(agreement.heard("I need a table for")).contains("I need a table");
    }

    @Test
    void what_was_shown_stays_though_a_later_pass_has_it_otherwise() {
        agreement.heard("Two adults and");
        agreement.heard("Two adults and three");
        agreement.heard("To adults and three children");

        assertThat(agreement.heard("To adults and three children")).contains("Two adults and three children");
    }

    @Test
    void neither_case_nor_punctuation_is_disagreement() {
        agreement.heard("hello, i have.");

        assertThat(agreement.heard("Hello. I have a")).contains("Hello. I have");
    }

    @Test
    void silence_agrees_on_nothing() {
        agreement.heard(" ");

        assertThat(agreement.heard("")).isEmpty();
    }
}
