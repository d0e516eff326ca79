package switchboard.conversation.vad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.model.Lease;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.conversation.echo.Echo;
import switchboard.conversation.turn.Event;
import switchboard.testkit.fake.LoudIsSpeech;

@Timeout(20)
class HearingTest {

    private static final Duration VAD_START = Endpointing.DEFAULT.vadStart();

    private final List<Event> events = new ArrayList<>();
    private final List<Broken> failures = new ArrayList<>();
    private int open;

    /** One that fails often comes last: so the next lease is another's. */
    @ParameterizedTest
    @EnumSource
    void what_one_detector_cannot_hear_the_next_does(Broken how) {
        Hearing hearing = hearing(() -> failures.isEmpty() ? lease(how, "broken@1") : lease(new LoudIsSpeech(0.1f), "good@1"));
        speak(hearing);

        assertThat(events).hasAtLeastOneElementOfType(Event.SpeechStarted.class);
        assertThat(failures).containsExactly(how);
        hearing.close();
        assertThat(open).isZero();
    }

    @Test
    void a_detector_that_breaks_alone_makes_deaf_until_another_comes_but_ends_nothing() {
        List<VoiceActivityDetector> warm = new ArrayList<>(List.of(Broken.THROWS));
        Hearing hearing = hearing(() -> lease(warm.get(warm.size() - 1), "last@" + warm.size()));
        speak(hearing);
        assertThat(events).isEmpty();

        warm.add(new LoudIsSpeech(0.1f));
        speak(hearing);
        assertThat(events).hasAtLeastOneElementOfType(Event.SpeechStarted.class);
    }

    private void speak(Hearing hearing) {
        float[] loud = new float[MediaListener.HEARD_HZ / 100];
        Arrays.fill(loud, 0.5f);
        for (int i = 0; i < 100; i++) {
            hearing.accept(new AudioClip(MediaListener.HEARD_HZ, loud), 0, VAD_START, false);
        }
    }

    private Hearing hearing(Supplier<Lease<VoiceActivityDetector>> best) {
        return new Hearing(Endpointing.DEFAULT, () -> Optional.of(best.get()), new Echo(), events::add);
    }

    private Lease<VoiceActivityDetector> lease(VoiceActivityDetector detector, String owner) {
        open++;
        return new Lease<>() {
            private boolean closed;

            @Override
            public VoiceActivityDetector model() {
                return detector;
            }

            @Override
            public String owner() {
                return owner;
            }

            @Override
            public void failed(Throwable cause) {
                failures.add((Broken) detector);
            }

            @Override
            public void close() {
                open -= closed ? 0 : 1;
                closed = true;
            }
        };
    }

    /** Ways to be no detector. */
    private enum Broken implements VoiceActivityDetector {
        DOES_NOT_OPEN, HAS_NO_WINDOW, THROWS, LACKS_A_CLASS, ANSWERS_NO_NUMBER, DOES_NOT_CLOSE;

        @Override
        public int sampleRateHz() {
            return 8_000;
        }

        @Override
        public int windowSamples() {
            return this == HAS_NO_WINDOW ? 0 : 256;
        }

        @Override
        public float threshold() {
            return 0.5f;
        }

        @Override
        public Stream open() {
            if (this == DOES_NOT_OPEN) {
                throw new IllegalStateException("does not open");
            }
            return new Stream() {
                @Override
                public float accept(float[] window) {
                    if (Broken.this == LACKS_A_CLASS) {
                        throw new NoClassDefFoundError("com/example/Missing");
                    }
                    if (Broken.this == ANSWERS_NO_NUMBER) {
                        return Float.NaN;
                    }
                    throw new IllegalArgumentException("broken");
                }

                @Override
                public void close() {
                    if (Broken.this == DOES_NOT_CLOSE) {
                        throw new IllegalArgumentException("does not close");
                    }
                }
            };
        }
    }
}
