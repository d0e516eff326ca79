package switchboard.conversation.vad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.conversation.turn.Event;

class SpeechSegmenterTest {

    private static final Duration WINDOW = Duration.ofMillis(32);

    private final SpeechSegmenter segmenter = new SpeechSegmenter(Duration.ofMillis(100));
    private final List<Event> events = new ArrayList<>();

    @Test
    void a_click_is_not_speech() {
        hear(2, 0.9f);
        hear(1, 0.1f);
        hear(2, 0.9f);

        assertThat(events).isEmpty();
    }

    @Test
    void speech_begins_after_a_tenth_of_a_second_and_pauses_soon() {
        hear(3, 0.9f);
        assertThat(events).containsExactly(new Event.SpeechStarted());
        hear(1, 0.1f);

        assertThat(events).endsWith(new Event.SpeechPaused(Duration.ofMillis(32)));
    }

    @Test
    void doubtful_windows_change_nothing() {
        hear(10, 0.9f);
        hear(20, 0.4f);

        assertThat(events).containsExactly(new Event.SpeechStarted());
    }

    @Test
    void a_long_pause_is_told_again_and_again_until_speech_resumes() {
        hear(3, 0.9f);
        hear(2, 0.1f);
        events.clear();
        hear(2, 0.1f);
        assertThat(events).containsExactly(new Event.SilenceLasted(Duration.ofMillis(96)), new Event.SilenceLasted(Duration.ofMillis(128)));
        hear(2, 0.9f);

        assertThat(events).endsWith(new Event.SpeechStarted());
    }

    @Test
    void after_a_reset_speech_begins_anew() {
        hear(10, 0.9f);
        segmenter.reset();
        events.clear();
        hear(3, 0.9f);

        assertThat(events).containsExactly(new Event.SpeechStarted());
    }

    private void hear(int windows, float probability) {
        for (int i = 0; i < windows; i++) {
            segmenter.accept(probability, 0.5f, WINDOW).ifPresent(events::add);
        }
    }
}
