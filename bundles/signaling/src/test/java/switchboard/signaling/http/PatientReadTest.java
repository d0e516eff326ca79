package switchboard.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatientReadTest {

    private final AtomicLong nowNs = new AtomicLong();
    private final PatientRead read = new PatientRead(1024, Duration.ofSeconds(5), nowNs::get);

    @Test
    void a_body_that_fits_is_read_whole() throws Exception {
        assertThat(read.all(new ByteArrayInputStream(new byte[1024]))).hasSize(1024);
        assertThat(read.all(new ByteArrayInputStream(new byte[0]))).isEmpty();
    }

    @Test
    void a_larger_one_is_refused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read.all(new ByteArrayInputStream(new byte[1025])))
                .withMessage("the body is larger than 1 KiB").matches(refusal -> refusal.status() == 413);
    }

    @Test
    void who_sends_a_byte_now_and_then_is_cut_off() throws Exception {
        Dripping drip = new Dripping();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read.all(drip))
                .withMessage("the body has not come within 5 s").matches(refusal -> refusal.status() == 408);
        assertThat(drip.drops).hasValue(6);

        read.drain(drip);
        assertThat(drip.drops).as("what is left of a refused body is not waited for either").hasValue(12);
    }

    @Test
    void no_more_than_so_much_is_drained() throws Exception {
        InputStream endless = new ByteArrayInputStream(new byte[5000]);
        read.drain(endless);

        assertThat(endless.available()).isEqualTo(5000 - 1024);
    }

    /** One byte a second, for ever. */
    private final class Dripping extends InputStream {

        private final AtomicInteger drops = new AtomicInteger();

        @Override
        public int read() {
            nowNs.addAndGet(1_000_000_000);
            drops.incrementAndGet();
            return ' ';
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            bytes[from] = (byte) read();
            return 1;
        }
    }
}
