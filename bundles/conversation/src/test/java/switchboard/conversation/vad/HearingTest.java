package switchboard.conversation.vad;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelThreads;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.conversation.echo.Echo;
import switchboard.conversation.turn.Event;
import switchboard.testkit.fake.LoudIsSpeech;

@Timeout(20)
class HearingTest {

    private static final Duration VAD_START = Endpointing.DEFAULT.vadStart();

    private final List<Event> events = new ArrayList<>();
    private final List<VoiceActivityDetector> failures = new ArrayList<>();
    private final ModelThreads threads = new ModelThreads();
    private final AtomicInteger open = new AtomicInteger();

    /** One that fails often comes last: so the next lease is another's. */
    @ParameterizedTest
    @EnumSource
    void what_one_detector_cannot_hear_the_next_does(Broken how) {
        Hearing hearing = hearing(() -> failures.isEmpty() ? lease(how, "broken@1") : lease(new LoudIsSpeech(0.1f), "good@1"));
        speak(hearing);

        assertThat(events).hasAtLeastOneElementOfType(Event.SpeechStarted.class);
        assertThat(failures).containsExactly(how);
        hearing.close();
        assertThat(open).hasValue(0);
    }

    /** The call's thread is not kept; frames wait for it for a second before they are dropped. */
    @Test
    void a_detector_that_hangs_is_left_and_asked_in_no_call_until_it_has_come_back() {
        Stuck stuck = new Stuck();
        Hearing hearing = hearing(() -> threads.hangs("stuck@1") ? lease(new LoudIsSpeech(0.1f), "good@1") : lease(stuck, "stuck@1"));
        speak(hearing);
        assertThat(events).hasAtLeastOneElementOfType(Event.SpeechStarted.class);
        hearing.close();

        Hearing alone = hearing(() -> lease(stuck, "stuck@1"));
        speak(alone);
        assertThat(stuck.asked).as("windows that it was asked about").hasValue(1);
        assertThat(open).as("whoever works keeps the lease").hasValue(1);

        stuck.returns.countDown();
        while (open.get() > 0) {
            Thread.onSpinWait();
        }
        assertThat(stuck.closed).isTrue();
        events.clear();
        speak(alone);
        assertThat(events).hasAtLeastOneElementOfType(Event.SpeechStarted.class);
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
        return new Hearing(Endpointing.DEFAULT, () -> Optional.of(best.get()), threads, new Echo(), events::add);
    }

    private Lease<VoiceActivityDetector> lease(VoiceActivityDetector detector, String owner) {
        open.incrementAndGet();
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
                failures.add(detector);
            }

            @Override
            public void close() {
                open.addAndGet(closed ? 0 : -1);
                closed = true;
            }
        };
    }

    /** Ways to be no detector. */
    private enum Broken implements VoiceActivityDetector {
        DOES_NOT_OPEN, HAS_NO_WINDOW, HAS_AN_ENDLESS_WINDOW, HAS_NO_RATE, HAS_NO_THRESHOLD, THROWS, OVERFLOWS, LACKS_A_CLASS, ANSWERS_NO_NUMBER,
        ANSWERS_TOO_MUCH, DOES_NOT_CLOSE;

        @Override
        public int sampleRateHz() {
            return this == HAS_NO_RATE ? 0 : 8_000;
        }

        @Override
        public int windowSamples() {
            return this == HAS_NO_WINDOW ? 0 : this == HAS_AN_ENDLESS_WINDOW ? Integer.MAX_VALUE : 256;
        }

        @Override
        public float threshold() {
            return this == HAS_NO_THRESHOLD ? Float.NaN : 0.5f;
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
                    if (Broken.this == OVERFLOWS) {
                        throw new StackOverflowError();
                    }
                    if (Broken.this == ANSWERS_NO_NUMBER || Broken.this == ANSWERS_TOO_MUCH) {
                        return Broken.this == ANSWERS_TOO_MUCH ? 7 : Float.NaN;
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

    /** Hears well, once it has come back; heeds no interrupt. */
    private static final class Stuck implements VoiceActivityDetector {

        private final LoudIsSpeech well = new LoudIsSpeech(0.1f);
        private final CountDownLatch returns = new CountDownLatch(1);
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean closed;

        @Override
        public int sampleRateHz() {
            return well.sampleRateHz();
        }

        @Override
        public int windowSamples() {
            return well.windowSamples();
        }

        @Override
        public float threshold() {
            return well.threshold();
        }

        @Override
        public Stream open() {
            Stream stream = well.open();
            return new Stream() {
                @Override
                public float accept(float[] window) {
                    asked.incrementAndGet();
                    while (returns.getCount() > 0) {
                        try {
                            returns.await();
                        } catch (InterruptedException e) {
                            continue; // as native code does
                        }
                    }
                    return stream.accept(window);
                }

                @Override
                public void close() {
                    closed = true;
                    stream.close();
                }
            };
        }
    }
}
