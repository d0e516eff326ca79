package switchboard.transport.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {

    private final SignsOfLife life = new SignsOfLife(0);
    private long packets;

    @Test
    void a_peer_that_does_not_connect_within_fifteen_seconds_is_gone() {
        assertThat(at(14)).isEmpty();
        assertThat(at(15)).contains("no connection within 15 s");
    }

    @Test
    void packets_keep_it_alive() {
        life.armed(seconds(1));
        for (int second = 2; second < 120; second++) {
            packets += 50;
            assertThat(at(second)).isEmpty();
        }
    }

    @Test
    void thirty_seconds_without_packets_and_messages_are_too_many() {
        life.armed(seconds(1));
        assertThat(at(30)).isEmpty();
        assertThat(at(31)).contains("no media for 30 s");
    }

    @Test
    void a_muted_caller_who_still_sends_messages_is_there() {
        life.armed(seconds(1));
        life.sign(seconds(40));
        assertThat(at(69)).isEmpty();
    }

    private Optional<String> at(int second) {
        return life.check(seconds(second), () -> packets);
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
