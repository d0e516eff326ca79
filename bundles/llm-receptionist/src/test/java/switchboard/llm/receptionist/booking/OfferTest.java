package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfferTest {

    @Test
    void a_day_with_its_date_is_one_day() {
        assertThat(Offer.first("yes, i have something for 6 people on friday, on the 5 of february, at 8. Shall I take that?")).contains("on friday, on the 5 of february");
    }

    @Test
    void a_fact_before_it_is_no_part_of_it() {
        assertThat(Offer.first("I'm sorry, I don't know that. I have two in the afternoon today. Shall I take that?")).isEqualTo("two in the afternoon today");
    }

    @Test
    void the_last_day_for_bookings_is_none() {
        assertThat(Offer.first("We take bookings only until Monday, the eleventh of October.")).isEmpty();
    }
}
