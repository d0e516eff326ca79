package switchboard.conversation.vad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import switchboard.conversation.turn.TurnMachine;

class OnsetTest {

    private static final Duration FRAME = Duration.ofMillis(10);
    private static final int FRAMES_OF_AN_ALARM = (int) TurnMachine.SUSPICION.dividedBy(FRAME);
    private static final double ROOM_DB = -70;

    private final Loudness loudness = new Loudness();
    private final Onset onset = new Onset();

    @Test
    void a_sound_is_noticed_at_its_third_frame() {
        assertThat(alarms(100, ROOM_DB)).isZero();
        assertThat(alarms(2, -30)).isZero();
        assertThat(alarms(1, -30)).isEqualTo(1);
    }

    @Test
    void a_click_is_not() {
        alarms(100, ROOM_DB);
        assertThat(alarms(2, -10) + alarms(100, ROOM_DB)).isZero();
    }

    @Test
    void what_the_detector_hears_in_a_loud_room_is_noticed_too() {
        alarms(100, -40);
        assertThat(onset.frame(loudness, true, FRAME)).isTrue();
        assertThat(onset.frame(loudness, true, FRAME)).as("once").isFalse();
    }

    @Test
    void who_was_alarmed_in_vain_is_harder_to_alarm() {
        alarms(100, ROOM_DB);
        assertThat(alarms(3, -48)).isEqualTo(1);
        alarms(FRAMES_OF_AN_ALARM + 10, ROOM_DB);

        assertThat(alarms(3, -48)).isZero();
        alarms(10, ROOM_DB);
        assertThat(alarms(3, -30)).isEqualTo(1);
    }

    @Test
    void speech_makes_it_no_harder() {
        alarms(100, ROOM_DB);
        assertThat(alarms(3, -48)).isEqualTo(1);
        onset.over();
        alarms(100, ROOM_DB);

        assertThat(alarms(3, -48)).isEqualTo(1);
    }

    @Test
    void a_noise_that_lasts_alarms_once() {
        alarms(100, ROOM_DB);
        assertThat(alarms(500, -30)).isEqualTo(1);
    }

    @Test
    void a_warning_counts_at_once_and_the_sound_that_follows_again() {
        alarms(100, ROOM_DB);
        assertThat(onset.warned()).isTrue();
        assertThat(onset.warned()).as("twice").isFalse();
        assertThat(alarms(7, ROOM_DB)).isZero();

        assertThat(alarms(3, -30)).isEqualTo(1);
        assertThat(alarms(20, -30)).isZero();
    }

    @Test
    void who_warns_in_vain_is_not_believed_for_ever() {
        alarms(100, ROOM_DB);
        for (int i = 0; i < 3; i++) {
            assertThat(onset.warned()).isTrue();
            alarms(FRAMES_OF_AN_ALARM, ROOM_DB);
        }

        assertThat(onset.warned()).isFalse();
        assertThat(alarms(3, -48)).as("what is heard is as alarming as before").isEqualTo(1);
        onset.over();
        assertThat(onset.warned()).as("it was right after all").isTrue();
    }

    private int alarms(int frames, double levelDb) {
        float[] frame = new float[160];
        Arrays.fill(frame, (float) Math.pow(10, levelDb / 20));
        int alarms = 0;
        for (int i = 0; i < frames; i++) {
            loudness.isQuiet(frame);
            alarms += onset.frame(loudness, false, FRAME) ? 1 : 0;
        }
        return alarms;
    }
}
