package switchboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class UnreadBodyTest {

    private long nowNs;

    @Test
    void a_body_is_read_to_its_end_or_to_a_limit() throws IOException {
        InputStream small = new ByteArrayInputStream(new byte[20_000]);
        UnreadBody.discard(small, () -> nowNs);
        assertThat(small.available()).isZero();

        InputStream large = new ByteArrayInputStream(new byte[100_000]);
        UnreadBody.discard(large, () -> nowNs);
        assertThat(large.available()).isEqualTo(100_000 - 64 * 1024);
    }

    @Test
    void who_sends_a_byte_a_second_is_not_waited_for() throws IOException {
        InputStream body = new ByteArrayInputStream(new byte[20_000]) {
            @Override
            public synchronized int read(byte[] bytes, int from, int count) {
                nowNs += 1_000_000_000;
                return super.read(bytes, from, 1);
            }
        };
        UnreadBody.discard(body, () -> nowNs);

        assertThat(body.available()).isEqualTo(20_000 - 2);
    }
}
