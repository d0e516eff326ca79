package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {

    private static final long MS = 1_000_000;
    private static final long FRAME_MS = 25;
    private static final Pace FAST = new Pace(5 * MS);
    private static final Pace HOPELESS = new Pace(60 * MS);

    @Test
    void they_have_context_on_both_sides_and_grow_with_what_is_ahead() {
        Windows windows = new Windows(new Span(10, 200), 220, FAST);
        assertThat(windows.first()).isEqualTo(new Window(9, 10, 18, 21));
        assertThat(windows.next(60 * MS)).as("too late anyway").isEqualTo(new Window(15, 18, 26, 29));
        assertThat(windows.next(90 * MS)).isEqualTo(new Window(23, 26, 34, 37));
        assertThat(windows.next(150 * MS)).isEqualTo(new Window(31, 34, 54, 57));
        assertThat(windows.next(1_000 * MS)).isEqualTo(new Window(51, 54, 114, 117));
        assertThat(windows.next(1_000 * MS)).isEqualTo(new Window(111, 114, 174, 177));
        assertThat(windows.next(1_000 * MS)).as("what is left").isEqualTo(new Window(171, 174, 200, 203));
        assertThat(windows.hasNext()).isFalse();
    }

    @Test
    void context_ends_where_the_utterance_does() {
        assertThat(new Windows(new Span(0, 9), 10, FAST).first()).isEqualTo(new Window(0, 0, 9, 10));
    }

    @Test
    void where_there_is_nothing_to_hear_there_is_no_window() {
        assertThat(new Windows(new Span(7, 7), 10, FAST).hasNext()).isFalse();
        assertThat(new Windows(new Span(7, 5), 10, FAST).hasNext()).isFalse();
    }

    /** Each begins when the one before has been computed, and what is heard of the first is shorter by its silence. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 7, 9, 11, 13, 15})
    void whoever_listens_never_waits_for_the_next(int frameMs) {
        Windows windows = new Windows(new Span(0, 400), 400, new Pace(frameMs * MS));
        long aheadMs = FRAME_MS * (windows.first().to() - 2);
        while (windows.hasNext()) {
            assertThat(windows.isEnough(aheadMs * MS)).isTrue();
            Window window = windows.next(aheadMs * MS);
            aheadMs -= frameMs * window.computed();
            assertThat(aheadMs).as("ahead when %s is there", window).isNotNegative();
            aheadMs += FRAME_MS * (window.to() - window.from());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "5, 8", "10, 12", "14, 20", "60, 20"})
    void the_first_is_as_short_as_the_pace_allows_and_never_long(int frameMs, int frames) {
        Window first = new Windows(new Span(0, 400), 400, new Pace(frameMs * MS)).first();
        assertThat(first.to() - first.from()).isEqualTo(frames);
    }

    /** At 15 ms a frame, 8 frames take 230 ms and are heard for 200. */
    @Test
    void what_is_late_anyway_is_long_enough_to_be_late_only_once() {
        Windows windows = new Windows(new Span(0, 400), 400, new Pace(15 * MS));
        windows.first();
        assertThat(length(windows.next(100 * MS))).as("late once").isEqualTo(20);
        assertThat(length(windows.next(250 * MS))).as("8 frames would be there in time, but what follows would be late").isEqualTo(20);
        assertThat(length(windows.next(500 * MS))).as("in time again").isEqualTo(20);
        assertThat(length(windows.next(800 * MS))).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 11, 13, 15, 17})
    void after_a_stall_whoever_listens_waits_once(int frameMs) {
        Windows windows = new Windows(new Span(0, 400), 400, new Pace(frameMs * MS));
        windows.first();
        int late = 0;
        long aheadMs = 50;
        while (windows.hasNext()) {
            Window window = windows.next(aheadMs * MS);
            long inTimeMs = aheadMs - frameMs * window.computed();
            late += inTimeMs < 0 ? 1 : 0;
            aheadMs = Math.max(0, inTimeMs) + FRAME_MS * (window.to() - window.from());
        }
        assertThat(late).isEqualTo(1);
    }

    @Test
    void nobody_waits_for_more_than_half_a_second_of_speech_however_slow_it_is() {
        Windows windows = new Windows(new Span(0, 400), 400, HOPELESS);
        windows.first();
        assertThat(length(windows.next(5_000 * MS))).isEqualTo(20);
    }

    @Test
    void a_beginning_that_was_silent_waits_for_what_follows_but_not_for_ever() {
        Windows windows = new Windows(new Span(0, 400), 400, HOPELESS);
        windows.first();
        assertThat(windows.isEnough(0)).as("what is too slow is heard with gaps").isTrue();
        Windows others = new Windows(new Span(0, 400), 400, FAST);
        others.first();
        assertThat(others.isEnough(50 * MS)).isFalse();
        assertThat(others.isEnough(150 * MS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 11, 12, 33, 99, 160, 1_200})
    void none_is_missing_none_is_said_twice_and_no_rest_is_tiny(int length) {
        for (Pace pace : new Pace[] {FAST, HOPELESS}) {
            Windows windows = new Windows(new Span(5, 5 + length), length + 20, pace);
            Window window = windows.first();
            assertThat(window.from()).isEqualTo(5);
            while (windows.hasNext()) {
                Window next = windows.next(2_000 * MS);
                assertThat(next.from()).isEqualTo(window.to());
                assertThat(next.to() - next.from()).isBetween(Math.min(3, length), 83);
                window = next;
            }
            assertThat(window.to()).isEqualTo(5 + length);
        }
    }

    private static int length(Window window) {
        return window.to() - window.from();
    }
}
