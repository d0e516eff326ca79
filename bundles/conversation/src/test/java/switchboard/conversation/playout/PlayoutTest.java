package switchboard.conversation.playout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.conversation.playout.Playout.Mark;

class PlayoutTest {

    private static final Duration FOREVER = Duration.ofDays(1);

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
        playout.hold(0);
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

    @Test
    void what_comes_too_late_is_told_and_makes_no_click() {
        playout.begin(0, 1);
        playout.add(0, ones(300));
        float[] heard = frames(6);
        playout.add(0, ones(600));
        playout.end(0, 1, false);
        heard = joined(heard, frames(5));

        assertThat(marks).containsExactly(new Mark.Started(1), new Mark.Resumed(1, 47), new Mark.Finished(1));
        assertThat(heard[299]).isEqualTo(1);
        assertThat(heard[299 + 240]).isZero();
        for (int i = 1; i < 1_440 + 600; i++) {
            assertThat(Math.abs(heard[i] - heard[i - 1])).as("step at sample %d", i).isLessThan(0.005f);
        }
    }

    @Test
    void what_comes_just_in_time_is_heard_as_it_is() {
        playout.begin(0, 1);
        playout.add(0, ones(480));
        float[] heard = frames(2);
        playout.add(0, ones(240));
        playout.end(0, 1, false);

        assertThat(joined(heard, frames(1))).containsOnly(1);
        frame();
        assertThat(marks).containsExactly(new Mark.Started(1), new Mark.Finished(1));
    }

    @Test
    void a_pause_between_segments_is_no_gap() {
        say(1, 240, true);
        frames(30);
        say(2, 240, true);
        frames(2);

        assertThat(marks).containsExactly(new Mark.Started(1), new Mark.Finished(1), new Mark.Started(2), new Mark.Finished(2));
    }

    @Test
    @Timeout(20)
    void whoever_makes_more_waits_only_while_it_is_held_and_has_something_to_play() throws Exception {
        playout.awaitResumed(0, FOREVER);
        playout.hold(0);
        playout.awaitResumed(0, FOREVER); // it has nothing
        playout.begin(0, 1);
        playout.add(0, ones(240));
        playout.awaitResumed(1, FOREVER); // what was begun in another epoch

        Thread waiting = waiting();
        playout.resume();
        waiting.join();
        playout.hold(0);
        waiting = waiting();
        playout.stop();
        waiting.join();
    }

    @Test
    @Timeout(20)
    void it_waits_no_longer_than_it_is_told() throws InterruptedException {
        playout.hold(0);
        playout.add(0, ones(240));
        playout.awaitResumed(0, Duration.ofMillis(20));

        assertThat(playout.bufferedMs()).isEqualTo(10);
    }

    @Test
    void what_was_not_heard_before_a_pause_is_played_again_as_far_as_its_piece_goes() {
        playout.begin(0, 1);
        playout.add(0, counted(0, 480));
        playout.add(0, counted(480, 1440));
        frames(3); // the first piece, and 240 samples of the second
        playout.hold(5);
        assertThat(playout.bufferedMs()).isEqualTo(35);
        frames(2);
        playout.resume();

        float[] again = frames(2);
        assertThat(again[0]).as("faded in").isZero();
        assertThat(again[479]).isEqualTo(600 + 479);

        playout.hold(500);
        frame();
        playout.resume();
        assertThat(frames(2)[479]).as("no further back than to the beginning of the piece").isEqualTo(480 + 479);
    }

    private static float[] counted(int from, int to) {
        float[] samples = new float[to - from];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = from + i;
        }
        return samples;
    }

    private Thread waiting() {
        Thread thread = new Thread(() -> {
            try {
                playout.awaitResumed(0, FOREVER);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private float[] frames(int count) {
        float[] all = {};
        for (int i = 0; i < count; i++) {
            all = joined(all, frame());
        }
        return all;
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
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
