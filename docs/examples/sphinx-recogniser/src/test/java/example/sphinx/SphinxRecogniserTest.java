package example.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.stt.TranscriptionException;

/** What can go wrong with somebody else's program. */
@Timeout(60)
class SphinxRecogniserTest {

    private static final AudioClip SPEECH = AudioClip.silence(16_000, Duration.ofSeconds(10));

    @ParameterizedTest
    @ValueSource(strings = {"no-such-program", "false", "yes"})
    void a_program_that_does_not_do_its_work_is_told(String program) {
        SphinxRecogniser recogniser = new SphinxRecogniser(List.of(program), Duration.ofMillis(500));
        assertThatExceptionOfType(TranscriptionException.class).isThrownBy(() -> recogniser.transcribe(SPEECH, "en"));
    }

    @Test
    void who_does_not_want_the_words_any_more_does_not_wait() {
        SphinxRecogniser recogniser = new SphinxRecogniser(List.of("sh", "-c", "cat > /dev/null; exec sleep 100"), Duration.ofSeconds(100));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(TranscriptionException.class).isThrownBy(() -> recogniser.transcribe(SPEECH, "en"));
        assertThat(Thread.interrupted()).isTrue();
    }
}
