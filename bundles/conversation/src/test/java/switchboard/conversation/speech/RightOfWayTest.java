package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class RightOfWayTest {

    private final RightOfWay way = new RightOfWay();

    @Test
    void who_has_time_waits_until_the_other_is_heard() throws InterruptedException {
        RightOfWay.Passage ahead = way.enter(false);
        RightOfWay.Passage first = way.enter(true);
        CountDownLatch gaveWay = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            ahead.giveWay(() -> true);
            gaveWay.countDown();
        });
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        first.begun();

        assertThat(gaveWay.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobody_waits_for_nobody_and_nobody_without_time() {
        RightOfWay.Passage ahead = way.enter(false);
        ahead.giveWay(() -> true);
        way.enter(true);
        ahead.giveWay(() -> false);
    }

    @Test
    void one_that_fails_before_it_is_heard_is_waited_for_no_more() {
        RightOfWay.Passage ahead = way.enter(false);
        way.enter(true).close();
        ahead.giveWay(() -> true);
    }

    @Test
    void it_is_free_when_all_have_passed() {
        RightOfWay.Passage one = way.enter(true);
        RightOfWay.Passage other = way.enter(false);
        one.close();
        one.close();
        assertThat(way.isFree()).isFalse();
        other.close();
        assertThat(way.isFree()).isTrue();
    }
}
