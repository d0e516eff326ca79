package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfferTest {

    @Test
    void a_day_with_its_date_is_one_day() {
        assertThat(Offer.first("yes, i have something for 6 people on friday, on the 5 of february, at 8. Shall I take that?")).contains("on friday, on the 5 of february");
    }
}
