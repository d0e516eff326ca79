package switchboard.signaling.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionTest {

    private long nowNs;
    private final Session.Book book = new Session.Book(() -> nowNs);

    @Test
    void a_session_that_is_not_used_in_time_is_void() {
        Session session = book.open("acme");
        assertThat(book.find(session.id(), false)).contains(session);
        nowNs += TimeUnit.MINUTES.toNanos(3);

        assertThat(book.find(session.id(), false)).isEmpty();
        assertThat(book.find(session.id(), true)).contains(session);
    }

    @Test
    void a_session_is_used_once() {
        Session session = book.open("acme");
        book.use(session.id());

        assertThat(book.find(session.id(), true)).as("while its call is open").contains(session);
        assertThat(book.find(session.id(), false)).as("afterwards").isEmpty();
    }

    @Test
    void old_sessions_are_forgotten() {
        Session first = book.open("acme");
        for (int i = 0; i < 5000; i++) {
            book.open("acme");
        }

        assertThat(book.find(first.id(), false)).isEmpty();
    }
}
