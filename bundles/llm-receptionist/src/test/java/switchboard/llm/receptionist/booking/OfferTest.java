package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfferTest {

    private static final String DAYS = "We are closed tomorrow. The next I have is on Monday at quarter to nine in the morning, on Tuesday at ten in the morning or on Wednesday at eleven.";

    @Test
    void of_several_days_a_yes_takes_the_first() {
        assertThat(Offer.first(DAYS)).contains("monday at quarter to nine").doesNotContain("tuesday");
    }

    @Test
    void the_second_of_several_days_can_be_chosen() {
        assertThat(Offer.chosen(DAYS, "The second one, please.")).hasValue("on tuesday at ten in the morning");
    }

    @Test
    void a_date_with_commas_is_one_day() {
        assertThat(Offer.options("Eight is taken. I have half past eight on Friday, the fourth of December, or nine on Friday, the fourth of December."))
                .containsExactly("half past eight on friday, the fourth of december", "nine on friday, the fourth of december");
    }
}
