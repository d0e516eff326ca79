package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KokoroSpeakerTest {

    @Test
    void who_awaits_a_failed_load_is_told_why_and_closing_it_is_harmless() throws Exception {
        KokoroSpeaker speaker = new KokoroSpeaker(() -> {
            throw new IOException("the disk is full");
        });
        assertThatThrownBy(speaker::await).isInstanceOf(IOException.class).hasMessage("the disk is full");
        speaker.close();
    }

    @Test
    void the_load_holds_up_nobody_who_does_not_await_it() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicReference<Thread> loading = new AtomicReference<>();
        KokoroSpeaker speaker = new KokoroSpeaker(() -> {
            slow.await();
            loading.set(Thread.currentThread());
            throw new IOException("enough");
        });
        slow.countDown();
        assertThatThrownBy(speaker::await).hasMessage("enough");
        assertThat(loading.get()).isNotSameAs(Thread.currentThread());
    }
}
