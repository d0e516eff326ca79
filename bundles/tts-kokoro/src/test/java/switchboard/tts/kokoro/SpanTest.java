package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final int A = 43;
    private static final int FULL_STOP = 4;

    @Test
    void silence_in_front_and_behind_is_left_out() {
        assertThat(Span.audible(new int[] {A, A, FULL_STOP}, prosody(16, 5, 10, 12, 8), 4, -3)).isEqualTo(new Span(12, 28));
    }

    @Test
    void a_voice_that_begins_at_once_is_heard_from_the_beginning() {
        assertThat(Span.audible(new int[] {A}, prosody(2, 9, 3), 4.4f, -2.6f)).isEqualTo(new Span(0, 8));
    }

    @Test
    void nothing_is_heard_behind_the_end() {
        assertThat(Span.audible(new int[] {A}, prosody(5, 9, 3), 4, 6)).isEqualTo(new Span(1, 17));
    }

    private static Prosody prosody(long... durations) {
        int frames = (int) Arrays.stream(durations).sum();
        return new Prosody(Curve.empty(512, frames), Curve.empty(1, 2 * frames), Curve.empty(1, 2 * frames), durations);
    }
}
