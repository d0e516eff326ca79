package switchboard.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BodiesTest {

    private final Bodies bodies = new Bodies();

    @Test
    void whoever_falls_silent_again_and_again_keeps_out_himself_and_nobody_else() throws Exception {
        CountDownLatch silence = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(Bodies.MOST_AT_ONCE);
        List<CompletableFuture<Void>> silent = new ArrayList<>();
        for (int i = 0; i < Bodies.MOST_AT_ONCE; i++) {
            CompletableFuture<Void> one = new CompletableFuture<>();
            silent.add(one);
            new Thread(() -> read(one, new Silent(reading, silence))).start();
        }
        reading.await();

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> bodies.read("10.0.0.1", body())).matches(refusal -> refusal.status() == 429);
        InputStream unread = body();
        bodies.drain("10.0.0.1", unread);
        assertThat(unread.available()).as("nobody waits for it").isPositive();
        assertThat(bodies.read("10.0.0.2", body()).json().size()).isZero();

        silence.countDown();
        for (CompletableFuture<Void> one : silent) {
            one.get();
        }
        assertThat(bodies.read("10.0.0.1", body()).json().size()).isZero();
    }

    @Test
    void who_is_cut_off_by_the_server_was_too_slow() throws IOException {
        InputStream cut = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException(new TimeoutException("idle"));
            }
        };
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> bodies.read("10.0.0.1", cut)).matches(refusal -> refusal.status() == 408);
        bodies.drain("10.0.0.1", cut);
    }

    private void read(CompletableFuture<Void> done, InputStream body) {
        try {
            bodies.read("10.0.0.1", body);
            done.complete(null);
        } catch (IOException | Refusal e) {
            done.completeExceptionally(e);
        }
    }

    private static InputStream body() {
        return new ByteArrayInputStream(new byte[] {'{', '}'});
    }

    /** Ends when the silence does. */
    private static final class Silent extends InputStream {

        private final CountDownLatch reading;
        private final CountDownLatch silence;

        Silent(CountDownLatch reading, CountDownLatch silence) {
            this.reading = reading;
            this.silence = silence;
        }

        @Override
        public int read() {
            reading.countDown();
            try {
                silence.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }
    }
}
