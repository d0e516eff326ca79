package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    @Test
    void windows_grow_and_have_context_on_both_sides() {
        assertThat(Window.plan(new Span(10, 200), 220)).containsExactly(
                new Window(9, 10, 18, 21),
                new Window(15, 18, 30, 33),
                new Window(27, 30, 50, 53),
                new Window(47, 50, 90, 93),
                new Window(87, 90, 150, 153),
                new Window(147, 150, 200, 203));
    }

    @Test
    void context_ends_where_the_utterance_does() {
        assertThat(Window.plan(new Span(0, 9), 10)).containsExactly(new Window(0, 0, 9, 10));
    }

    @Test
    void where_there_is_nothing_to_hear_there_is_no_window() {
        assertThat(Window.plan(new Span(7, 7), 10)).isEmpty();
        assertThat(Window.plan(new Span(7, 5), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 11, 12, 33, 99, 160, 1_200})
    void none_is_missing_none_is_said_twice_and_no_rest_is_tiny(int length) {
        List<Window> windows = Window.plan(new Span(5, 5 + length), length + 20);
        int at = 5;
        for (Window window : windows) {
            assertThat(window.from()).isEqualTo(at);
            assertThat(window.to() - window.from()).isBetween(Math.min(4, length), 83);
            at = window.to();
        }
        assertThat(at).isEqualTo(5 + length);
    }
}
