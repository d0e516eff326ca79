package switchboard.appointments.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;

class NameTest {

    @ParameterizedTest
    @ValueSource(strings = {"table 4", "lift 1", "table A", "Tisch #12", "12", "mesa-3"})
    void a_word_with_a_number_or_a_letter_behind_is_no_name(String name) {
        assertThat(name(name, 1)).matches(one -> !one.isOwn()).matches(one -> !one.isPerson());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maria", "Doctor Helen Marsh", "Dr. Kern", "Anne-Marie", "María de la Cruz", "Ludwig van Beek", "O'Brien", "Änne", "Maria B."})
    void who_serves_one_at_a_time_and_has_capital_letters_is_a_person(String name) {
        assertThat(name(name, 1)).matches(Name::isPerson);
        assertThat(name(name, 2)).matches(Name::isOwn).matches(one -> !one.isPerson());
    }

    @ParameterizedTest
    @ValueSource(strings = {"terrace", "the terrace", "Private Room", "Behandlungsraum", "Stuhl", "Sala Azul", "Lane 5 left", "Anna (stylist)"})
    void other_names_are_places(String name) {
        assertThat(name(name, 1)).matches(Name::isOwn).matches(one -> !one.isPerson());
    }

    @Test
    void one_person_can_be_asked_for_one_room_cannot() {
        assertThat(choices("Doctor Marsh")).containsExactly("Doctor Marsh");
        assertThat(choices("chair")).isEmpty();
        assertThat(choices("chair", "couch 1")).containsExactly("chair");
    }

    @Test
    void a_part_is_enough_if_only_one_has_it() {
        var all = Stream.of("Helen Marsh", "Helen Brook", "Dan").map(name -> name(name, 1)).toList();

        assertThat(Name.meant("DAN ", all)).map(Name::text).contains("Dan");
        assertThat(Name.meant("marsh", all)).map(Name::text).contains("Helen Marsh");
        assertThat(Name.meant("Helen", all)).isEmpty();
        assertThat(Name.meant("Danny", all)).isEmpty();
        assertThat(Name.meant("?", all)).isEmpty();
    }

    private static Name name(String name, int capacity) {
        return new Name(new Resource(name, capacity));
    }

    private static Stream<String> choices(String... names) {
        var rules = new BookingRules(Stream.of(names).map(name -> new Resource(name, 1)).toList(), Map.of("visit", Duration.ofHours(1)), Duration.ZERO, Duration.ofDays(9), Duration.ZERO);
        return Name.choices(rules).stream().map(Name::text);
    }
}
