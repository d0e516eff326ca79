package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FreedMemoryTest {

    private final Semaphore trimmed = new Semaphore(0);

    @Test
    void what_was_freed_goes_back_and_goes_back_again_the_next_time() throws Exception {
        try (FreedMemory memory = new FreedMemory(trimmed::release)) {
            memory.giveBackSoon();
            assertThat(trimmed.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

            memory.giveBackSoon();
            assertThat(trimmed.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void one_that_is_closed_does_nothing() {
        FreedMemory memory = new FreedMemory(trimmed::release);
        memory.close();

        memory.giveBackSoon();

        assertThat(trimmed.availablePermits()).isZero();
    }
}
