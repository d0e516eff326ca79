package switchboard.conversation.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.audio.AudioClip;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.company.Company.ModelChoice;
import switchboard.api.company.Company.Voice;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.conversation.speech.CountingVoice;
import switchboard.conversation.speech.Synthesis;
import switchboard.testkit.fake.RankedModels;

@Timeout(20)
class PreparedOpeningTest {

    private static final Company ACME = new Company("acme", "Acme", "en", "Hello.", "", "", new Voice("counting", 1), ModelChoice.ANY,
            LanguageModelSettings.EMBEDDED, Endpointing.DEFAULT, Optional.empty(), CallLimits.DEFAULT);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final CountingVoice voice = new CountingVoice();
    private final List<Float> heard = new CopyOnWriteArrayList<>();

    @Test
    void what_was_begun_is_heard_from_its_beginning_to_its_end_and_spoken_once() throws Exception {
        PreparedOpening opening = begun(new Synthesis(voice), LONG);

        assertThat(opening.claim(LONG)).isTrue();
        opening.hear(this::hear);

        assertThat(heard).isEqualTo(CountingVoice.all());
        assertThat(voice.spoken).hasValue(1);
    }

    @Test
    void until_it_is_heard_no_more_than_the_first_sounds_are_spoken() throws Exception {
        StoppingVoice stopping = new StoppingVoice(Optional.empty());
        PreparedOpening opening = begun(new Synthesis(new RankedModels().then("stopping", stopping)), LONG);

        assertThat(stopping.pieces).hasValue(1);
        opening.drop();
        assertThat(stopping.ended.await(10, TimeUnit.SECONDS)).as("the voice is let go").isTrue();
        assertThat(stopping.pieces).hasValue(1);
        assertThat(opening.claim(SHORT)).isFalse();
    }

    @Test
    void a_voice_does_not_wait_for_ever() throws Exception {
        StoppingVoice stopping = new StoppingVoice(Optional.empty());
        PreparedOpening opening = begun(new Synthesis(new RankedModels().then("stopping", stopping)), SHORT);

        assertThat(stopping.ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(opening.claim(SHORT)).isFalse();
        assertThat(opening.isOver()).isTrue();
    }

    @Test
    void what_breaks_off_is_told_to_the_one_who_hears_it() throws Exception {
        StoppingVoice stopping = new StoppingVoice(Optional.of(new SpeechException("hoarse")));
        PreparedOpening opening = begun(new Synthesis(new RankedModels().then("stopping", stopping)), LONG);

        assertThat(opening.claim(LONG)).isTrue();
        assertThatThrownBy(() -> opening.hear(this::hear)).isInstanceOf(SpeechException.class).hasMessageContaining("hoarse");
        assertThat(heard).isNotEmpty();
    }

    @Test
    void what_is_not_wanted_does_not_begin() throws Exception {
        PreparedOpening opening = new PreparedOpening(LONG);
        opening.begin("call", new Synthesis(voice), ACME, "One two three.", key -> false);

        assertThat(opening.isOver()).isTrue();
        assertThat(opening.claim(LONG)).isFalse();
        assertThat(voice.spoken).hasValue(0);
    }

    @Test
    void a_call_that_ends_lets_the_voice_go() throws Exception {
        StoppingVoice stopping = new StoppingVoice(Optional.empty());
        PreparedOpening opening = begun(new Synthesis(new RankedModels().then("stopping", stopping)), LONG);
        assertThat(opening.claim(LONG)).isTrue();
        Thread.currentThread().interrupt();
        opening.hear(this::hear);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopping.ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private PreparedOpening begun(Synthesis synthesis, Duration patience) throws InterruptedException {
        PreparedOpening opening = new PreparedOpening(patience);
        opening.begin("call", synthesis, ACME, "One two three.", key -> true);
        return opening;
    }

    private boolean hear(float[] samples, String owner) {
        for (float sample : samples) {
            heard.add(sample);
        }
        return true;
    }

    /** Three pieces, and maybe a failure. */
    private static final class StoppingVoice implements TextToSpeech {

        final AtomicInteger pieces = new AtomicInteger();
        final CountDownLatch ended = new CountDownLatch(1);
        private final Optional<SpeechException> failure;

        StoppingVoice(Optional<SpeechException> failure) {
            this.failure = failure;
        }

        @Override
        public int sampleRateHz() {
            return 24_000;
        }

        @Override
        public Set<String> voices() {
            return Set.of("counting");
        }

        @Override
        public void speak(SpeechRequest request, AudioSink sink) throws SpeechException {
            boolean wanted = true;
            while (wanted && pieces.get() < 3) {
                pieces.incrementAndGet();
                float[] piece = new float[1_000];
                Arrays.fill(piece, 0.5f);
                wanted = sink.accept(new AudioClip(24_000, piece));
            }
            ended.countDown();
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }
}
