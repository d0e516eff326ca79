package switchboard.appointments.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhenTest {

    @Test
    void the_morning_begins_with_the_day_and_the_evening_ends_with_it() {
        When morning = at("10:00", "09:00", "11:00");
        When evening = at("19:00", "20:00", "18:00", "20:30");
        When afternoon = at("15:00", "14:00", "17:00");

        assertThat(Stream.of("07:30", "08:00", "11:00").map(LocalTime::parse)).allMatch(morning::spans);
        assertThat(morning.spans(LocalTime.of(14, 0))).isFalse();
        assertThat(Stream.of("18:00", "22:00").map(LocalTime::parse)).allMatch(evening::spans);
        assertThat(evening.spans(LocalTime.of(17, 0))).isFalse();
        assertThat(Stream.of("13:45", "17:15").map(LocalTime::parse)).noneMatch(afternoon::spans);
    }

    private static When at(String... times) {
        return new When(List.of(), Stream.of(times).map(LocalTime::parse).toList(), false);
    }
}
