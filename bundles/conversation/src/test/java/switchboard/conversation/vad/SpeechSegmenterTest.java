package switchboard.conversation.vad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.conversation.turn.Event;

class SpeechSegmenterTest {

    private static final Duration FRAME = Duration.ofMillis(10);
    private static final Duration WINDOW = Duration.ofMillis(30);

    private final SpeechSegmenter segmenter = new SpeechSegmenter(Duration.ofMillis(100));
    private final List<Event> events = new ArrayList<>();

    @Test
    void a_click_is_not_speech() {
        hear(2, 0.9f, false);
        hear(1, 0.1f, false);
        hear(2, 0.9f, false);

        assertThat(events).isEmpty();
    }

    @Test
    void speech_begins_after_a_tenth_of_a_second() {
        hear(3, 0.9f, false);

        assertThat(events).containsExactly(new Event.SpeechStarted());
    }

    @Test
    void a_pause_is_noticed_by_its_quiet_before_the_detector_hears_it() {
        hear(4, 0.9f, false);
        events.clear();
        hear(2, 0.9f, true);

        assertThat(events).startsWith(new Event.SpeechPaused(Duration.ofMillis(50)), new Event.SilenceLasted(Duration.ofMillis(60)));
    }

    @Test
    void quiet_in_which_the_detector_goes_on_hearing_speech_is_not_believed_for_long() {
        hear(4, 0.9f, false);
        hear(20, 0.9f, true);

        assertThat(events).last().isEqualTo(new Event.SilenceLasted(Duration.ofMillis(100)));
    }

    @Test
    void in_a_loud_room_the_detector_tells_and_its_delay_is_counted_in() {
        hear(4, 0.9f, false);
        events.clear();
        hear(1, 0.1f, false);

        assertThat(events).startsWith(new Event.SpeechPaused(SpeechSegmenter.HANGOVER));
    }

    @Test
    void a_gap_within_a_word_is_no_pause() {
        hear(4, 0.9f, false);
        hear(1, 0.9f, true);
        hear(4, 0.9f, false);

        assertThat(events).containsExactly(new Event.SpeechStarted());
    }

    @Test
    void doubtful_windows_change_nothing() {
        hear(10, 0.9f, false);
        hear(20, 0.4f, false);

        assertThat(events).containsExactly(new Event.SpeechStarted());
    }

    @Test
    void the_last_sound_of_a_word_that_closes_late_only_moves_the_silence() {
        hear(4, 0.9f, false);
        hear(2, 0.9f, true);
        events.clear();
        frame(false);
        frame(false);
        frame(true);

        assertThat(events).containsExactly(
                new Event.SilenceLasted(Duration.ZERO), new Event.SilenceLasted(Duration.ZERO), new Event.SilenceLasted(Duration.ofMillis(10)));
    }

    @Test
    void a_long_pause_is_told_again_and_again_until_speech_resumes() {
        hear(4, 0.9f, false);
        hear(4, 0.1f, true);
        events.clear();
        hear(1, 0.1f, true);
        assertThat(events).containsExactly(new Event.SilenceLasted(Duration.ofMillis(130)), new Event.SilenceLasted(Duration.ofMillis(140)),
                new Event.SilenceLasted(Duration.ofMillis(150)));
        hear(2, 0.9f, false);

        assertThat(events).endsWith(new Event.SpeechStarted());
    }

    @Test
    void after_a_reset_speech_begins_anew() {
        hear(10, 0.9f, false);
        segmenter.reset();
        events.clear();
        hear(3, 0.9f, false);

        assertThat(events).containsExactly(new Event.SpeechStarted());
    }

    private void hear(int windows, float probability, boolean quiet) {
        for (int i = 0; i < windows; i++) {
            segmenter.window(probability, 0.5f, WINDOW).ifPresent(events::add);
            for (int frame = 0; frame < 3; frame++) {
                segmenter.frame(quiet, FRAME).ifPresent(events::add);
            }
        }
    }

    private void frame(boolean quiet) {
        segmenter.frame(quiet, FRAME).ifPresent(events::add);
    }
}
