package switchboard.plugins.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import switchboard.api.audio.AudioClip;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.testkit.fake.FixedLease;

class PaceTest {

    private static final SpeechRequest SENTENCE = new SpeechRequest("Hello.", "one", 1);

    private long nowNs;

    @Test
    void a_voice_that_keeps_up_is_heard() throws Exception {
        assertThat(listen(new Voice(0.5), Optional.empty()).duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void one_that_is_slower_than_people_listen_is_unfit_if_the_serving_voice_is_not() {
        assertThatExceptionOfType(Unfit.class).isThrownBy(() -> listen(new Voice(2.5), Optional.of(new Voice(0.5))))
                .withMessageContaining("works 2.5 s for each second");
    }

    @Test
    void where_all_voices_are_slow_it_is_the_machine() throws Exception {
        assertThat(listen(new Voice(2.5), Optional.of(new Voice(1.5))).duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void without_a_voice_to_compare_with_nobody_can_tell() throws Exception {
        assertThat(listen(new Voice(2.5), Optional.empty()).duration()).isEqualTo(Duration.ofSeconds(1));
    }

    private AudioClip listen(Voice voice, Optional<Voice> serving) throws Exception {
        return new Pace(new Serving(serving), () -> nowNs).listen(voice, SENTENCE, "en");
    }

    /** Works so many seconds for each second of speech. */
    private final class Voice implements TextToSpeech {

        private final double effort;

        Voice(double effort) {
            this.effort = effort;
        }

        @Override
        public int sampleRateHz() {
            return 16_000;
        }

        @Override
        public Set<String> voices() {
            return Set.of("one");
        }

        @Override
        public void speak(SpeechRequest request, AudioSink sink) {
            nowNs += (long) (effort * 1e9);
            sink.accept(AudioClip.silence(16_000, Duration.ofSeconds(1)));
        }
    }

    private record Serving(Optional<Voice> voice) implements Models {

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            return voice.map(kind::cast).map(FixedLease::new);
        }

        @Override
        public List<ModelStatus> status() {
            return List.of();
        }
    }
}
