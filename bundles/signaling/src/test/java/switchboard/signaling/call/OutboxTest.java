package switchboard.signaling.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final List<String> sent = new ArrayList<>();
    private boolean open;
    private final Outbox outbox = new Outbox(message -> open && sent.add(message));

    @Test
    void what_the_channel_does_not_take_yet_is_sent_first_when_it_does() {
        outbox.send("a");
        outbox.send("b");
        assertThat(sent).isEmpty();

        open = true;
        outbox.flush();
        outbox.send("c");
        assertThat(sent).containsExactly("a", "b", "c");
    }

    @Test
    void of_too_many_the_oldest_are_dropped() {
        for (int i = 0; i <= Outbox.MOST; i++) {
            outbox.send("message " + i);
        }
        open = true;
        outbox.flush();

        assertThat(sent).hasSize(Outbox.MOST).first().isEqualTo("message 1");
    }
}
