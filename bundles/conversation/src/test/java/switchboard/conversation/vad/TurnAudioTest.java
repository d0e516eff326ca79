package switchboard.conversation.vad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnAudioTest {

    private final TurnAudio audio = new TurnAudio(1000, 30);
    private int next;

    @Test
    void a_turn_holds_what_came_shortly_before_it() {
        hear(10);
        audio.begin();
        hear(2);

        assertThat(audio.clip().samples()).hasSize(50).startsWith(70).endsWith(119);
    }

    @Test
    void the_next_turn_does_not_hold_the_last() {
        hear(10);
        audio.begin();
        hear(500);
        audio.drop();
        hear(1);
        audio.begin();

        assertThat(audio.clip().samples()).hasSize(30).endsWith(next - 1);
    }

    @Test
    void who_is_heard_later_is_heard_from_further_back() {
        audio.preRollMs(80);
        hear(20);
        audio.begin();

        assertThat(audio.clip().samples()).hasSize(80).endsWith(next - 1);
    }

    @Test
    void a_turn_without_end_is_bounded() {
        audio.begin();
        hear(40_000);

        assertThat(audio.clip().samples()).hasSize(300_000).endsWith(next - 1);
    }

    private void hear(int frames) {
        for (int i = 0; i < frames; i++) {
            float[] frame = new float[10];
            for (int j = 0; j < frame.length; j++) {
                frame[j] = next++;
            }
            audio.append(frame);
        }
    }
}
