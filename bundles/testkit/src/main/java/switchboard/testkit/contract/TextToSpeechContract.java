package switchboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;

/** What every voice keeps. */
public abstract class TextToSpeechContract extends ModelContract<TextToSpeech> {

    private static final float AUDIBLE = 0.01f;
    /** As the contract has it, and a window of a voice that hears itself in windows. */
    private static final Duration MOST_SILENCE = Duration.ofMillis(125);

    /** Two to five seconds of speech, with one comma; for a voice that is tested without phonemes, its phonemes. */
    protected String sentence() {
        return "The table by the window is free on Sunday evening, and it is yours.";
    }

    @Override
    void use(TextToSpeech voice) throws SpeechException {
        voice.speak(request(voice, sentence(), 1), piece -> true);
    }

    @Test
    void it_has_a_voice_and_a_sample_rate() {
        assertThat(model.voices()).isNotEmpty();
        assertThat(model.sampleRateHz()).isBetween(8_000, 48_000);
    }

    @Test
    void a_sentence_is_audible_within_full_scale_and_without_silence_around_it() throws Exception {
        AudioClip spoken = speak(sentence(), 1);
        assertThat(spoken.duration()).isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(7));
        for (float sample : spoken.samples()) {
            assertThat(sample).isBetween(-1f, 1f);
        }
        assertThat(silence(spoken, 0, 1)).as("silence in front").isLessThanOrEqualTo(MOST_SILENCE);
        assertThat(silence(spoken, spoken.samples().length - 1, -1)).as("silence behind").isLessThanOrEqualTo(MOST_SILENCE);
    }

    @Test
    void the_pieces_come_in_order_on_the_thread_that_asked() throws Exception {
        Set<Thread> threads = new HashSet<>();
        model.speak(request(model, sentence(), 1), piece -> threads.add(Thread.currentThread()) || true);
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void faster_is_shorter_and_slower_is_longer() throws Exception {
        double normal = speak(sentence(), 1).samples().length;
        assertThat(speak(sentence(), 2).samples().length / normal).isBetween(0.4, 0.8);
        assertThat(speak(sentence(), 0.5).samples().length / normal).isBetween(1.5, 2.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!"})
    void what_cannot_be_pronounced_has_no_audio(String text) throws Exception {
        assertThat(speak(text, 1).samples()).isEmpty();
    }

    @Test
    void after_the_sink_has_had_enough_nothing_more_is_said() throws Exception {
        List<AudioClip> heard = new ArrayList<>();
        model.speak(request(model, (sentence() + " ").repeat(12), 2), piece -> {
            heard.add(piece);
            return heard.size() < 2;
        });
        assertThat(heard).hasSize(2);
    }

    @Test
    void a_sink_that_fails_spoils_nothing_that_follows() throws Exception {
        assertThatThrownBy(() -> model.speak(request(model, sentence(), 1), piece -> {
            throw new UnsupportedOperationException("full");
        })).isInstanceOf(UnsupportedOperationException.class);
        assertThat(speak(sentence(), 1).samples()).isNotEmpty();
    }

    @Test
    void an_unknown_voice_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> model.speak(new SpeechRequest(sentence(), "nobody at all", 1), piece -> true));
    }

    @Test
    void callers_at_once_are_all_heard_to_the_end() throws Exception {
        for (AudioClip spoken : together(() -> speak(sentence(), 1))) {
            assertThat(spoken.duration()).isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(7));
        }
    }

    private AudioClip speak(String text, double speed) throws SpeechException {
        List<AudioClip> pieces = new ArrayList<>();
        model.speak(request(model, text, speed), pieces::add);
        return AudioClip.joined(model.sampleRateHz(), pieces);
    }

    private static SpeechRequest request(TextToSpeech voice, String text, double speed) {
        return new SpeechRequest(text, voice.voices().stream().sorted().findFirst().orElseThrow(), speed);
    }

    private static Duration silence(AudioClip clip, int from, int step) {
        int at = from;
        while (Math.abs(clip.samples()[at]) <= AUDIBLE) {
            at += step;
        }
        return Duration.ofNanos(Math.abs(at - from) * 1_000_000_000L / clip.sampleRateHz());
    }
}
