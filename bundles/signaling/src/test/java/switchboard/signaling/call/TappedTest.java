package switchboard.signaling.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallTap.Ear;
import switchboard.api.call.Conversation;

class TappedTest {

    private final List<String> ear = new ArrayList<>();
    private final List<String> inside = new ArrayList<>();
    private final Tapped tapped = new Tapped(new Inside(), List.of(new Listening(ear)));

    @Test
    void both_sides_are_heard_as_the_caller_hears_them() {
        tapped.hear(new AudioClip(16_000, new float[] {0.5f}));
        tapped.play(new float[1]);

        assertThat(ear).containsExactly("heard 0.5", "played 0.25");
        assertThat(inside).containsExactly("hear 0.5", "play");
    }

    @Test
    void a_caller_who_is_muted_is_not_heard() {
        tapped.mute(true);
        tapped.hear(new AudioClip(16_000, new float[] {0.5f}));
        tapped.mute(false);
        tapped.hear(new AudioClip(16_000, new float[] {0.5f}));

        assertThat(ear).containsExactly("heard 0.0", "heard 0.5");
    }

    @Test
    void an_ear_that_fails_is_closed_once_and_the_call_goes_on() {
        List<String> broken = new ArrayList<>();
        Tapped call = new Tapped(new Inside(), List.of(new Listening(broken) {
            @Override
            public void played(float[] frame) {
                throw new IllegalStateException("broken");
            }
        }, new Listening(ear)));
        call.play(new float[1]);
        call.play(new float[1]);
        call.close();

        assertThat(broken).containsExactly("closed");
        assertThat(ear).containsExactly("played 0.25", "played 0.25", "closed");
        assertThat(inside).containsExactly("play", "play", "close");
    }

    private static class Listening implements Ear {

        private final List<String> told;

        Listening(List<String> told) {
            this.told = told;
        }

        @Override
        public void heard(AudioClip frame) {
            told.add("heard " + frame.samples()[0]);
        }

        @Override
        public void played(float[] frame) {
            told.add("played " + frame[0]);
        }

        @Override
        public void close() {
            told.add("closed");
        }
    }

    private final class Inside implements Conversation {

        @Override
        public void begin() { }

        @Override
        public void hear(AudioClip frame) {
            inside.add("hear " + frame.samples()[0]);
        }

        @Override
        public void play(float[] frame) {
            frame[0] = 0.25f;
            inside.add("play");
        }

        @Override
        public void soundBegan(Duration unheard) { }

        @Override
        public void type(String text, boolean spoken) { }

        @Override
        public void mute(boolean muted) { }

        @Override
        public void close() {
            inside.add("close");
        }
    }
}
