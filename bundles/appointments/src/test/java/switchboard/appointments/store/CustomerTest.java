package switchboard.appointments.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerTest {

    @Test
    void names_that_sound_the_same_in_another_spelling_are_the_same() {
        assertThat(Customer.words("Jürgen MÜLLER-Weiß")).isEqualTo(Customer.words("Juergen Mueller Weiss")).containsExactly("jurgen", "muller", "weiss");
        assertThat(Customer.words("O'Brien")).containsExactly("obrien");
        assertThat(Customer.words("José Núñez")).containsExactly("jose", "nunez");
        assertThat(Customer.words("%_")).isEmpty();
        assertThat(Customer.words("Иван Петров")).containsExactly("иван", "петров");
    }

    @Test
    void a_phone_number_is_the_same_with_and_without_its_country() {
        assertThat(Customer.tail("+49 (0)170 123-4567")).isEqualTo(Customer.tail("0170 1234567")).isEqualTo("01234567");
        assertThat(Customer.tail("12 34")).isEqualTo("1234");
        assertThat(new Customer(" ", "n/a").isKnown()).isFalse();
    }
}
