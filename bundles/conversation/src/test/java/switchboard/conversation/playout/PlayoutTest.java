package switchboard.conversation.playout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.conversation.playout.Playout.Mark;

class PlayoutTest {

    private final List<Mark> marks = new ArrayList<>();
    private final Playout playout = new Playout(marks::add);

    @Test
    void segments_are_played_in_order_with_their_marks() {
        say(1, 300, true);
        say(2, 100, false);

        assertThat(frame()).containsOnly(1);
        assertThat(marks).containsExactly(new Mark.Started(1));
        frame();
        assertThat(marks).containsExactly(new Mark.Started(1), new Mark.Finished(1));
        for (int i = 0; i < 14; i++) {
            frame();
        }
        assertThat(marks).endsWith(new Mark.Started(2), new Mark.Finished(2));
        assertThat(playout.bufferedMs()).isZero();
    }

    @Test
    void a_segment_starts_with_its_first_sample_not_before() {
        playout.begin(0, 1);
        frame();
        assertThat(marks).isEmpty();
        playout.add(0, ones(10));
        frame();

        assertThat(marks).containsExactly(new Mark.Started(1));
    }

    @Test
    void a_stop_fades_out_in_one_frame_and_refuses_what_is_old() {
        say(1, 10_000, false);
        frame();
        playout.stop();
        float[] fading = frame();
        assertThat(fading[0]).isGreaterThan(0.9f);
        assertThat(fading[239]).isZero();
        assertThat(frame()).containsOnly(0);
        assertThat(playout.add(0, ones(10))).isFalse();
        playout.end(0, 1, false);
        frame();

        assertThat(marks).containsExactly(new Mark.Started(1));
    }

    @Test
    void what_is_held_waits_and_goes_on_where_it_was_cut() {
        say(1, 480, false);
        frame();
        playout.hold();
        frame(); // fades
        assertThat(frame()).containsOnly(0);
        say(2, 240, false);
        assertThat(frame()).containsOnly(0);
        playout.resume();
        for (int i = 0; i < 7; i++) {
            frame();
        }

        assertThat(marks).containsExactly(new Mark.Started(1), new Mark.Finished(1), new Mark.Started(2), new Mark.Finished(2));
    }

    private void say(int segment, int samples, boolean sentence) {
        playout.begin(playout.epoch(), segment);
        playout.add(playout.epoch(), ones(samples));
        playout.end(playout.epoch(), segment, sentence);
    }

    private float[] frame() {
        float[] frame = new float[240];
        playout.play(frame);
        return frame;
    }

    private static float[] ones(int count) {
        float[] samples = new float[count];
        Arrays.fill(samples, 1);
        return samples;
    }
}
