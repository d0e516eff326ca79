package switchboard.model.loader.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.audio.AudioClip;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelRouting.Comparison;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;

@Timeout(20)
class ShadowsTest {

    private static final Pause PAUSE = new Pause(AudioClip.silence(16_000, Duration.ofMillis(100)), "yes", Duration.ofMillis(200));

    @Test
    void the_caller_gets_the_serving_model_s_judgement_and_the_shadow_is_compared() {
        Tally tally = new Tally();
        Deque<Runnable> later = new ArrayDeque<>();
        TurnDetector serving = detector(16_000, 0.9f);
        TurnDetector shadow = detector(8_000, 0.1f);
        TurnDetector heard = new ShadowedTurnDetector(serving, () -> Optional.of(lease(shadow, new AtomicInteger())), later::add, tally);

        assertThat(heard.endOfTurn(PAUSE)).isEqualTo(0.9f);
        assertThat(tally.sum().compared()).as("nobody waits").isZero();
        later.forEach(Runnable::run);

        assertThat(tally.sum().compared()).isEqualTo(1);
        assertThat(tally.sum().agreed()).isZero();
        assertThat(tally.sum().agreement()).isZero();
    }

    @Test
    void each_lease_of_a_shadow_is_given_back_also_when_it_fails() {
        Tally tally = new Tally();
        AtomicInteger returned = new AtomicInteger();
        TurnDetector broken = detector(16_000, Float.NaN);
        new ShadowedTurnDetector(detector(16_000, 0.9f), () -> Optional.of(lease(broken, returned)), Runnable::run, tally).endOfTurn(PAUSE);

        assertThat(tally.sum().failed()).isEqualTo(1);
        assertThat(returned).hasValue(1);
    }

    @Test
    void a_shadow_that_hangs_slows_nobody_and_what_it_misses_is_counted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        TurnDetector slow = new Fixed(16_000, 0.9f) {
            @Override
            public float endOfTurn(Pause pause) {
                begun.countDown();
                awaitQuietly(end);
                return 0.9f;
            }
        };
        try (Shadows shadows = new Shadows()) {
            Lease<TurnDetector> lease = shadows.beside(lease(detector(16_000, 0.9f), new AtomicInteger()), TurnDetector.class,
                    () -> Optional.of(lease(slow, new AtomicInteger())));
            lease.model().endOfTurn(PAUSE);
            begun.await();
            for (int i = 0; i < 10; i++) {
                assertThat(lease.model().endOfTurn(PAUSE)).isEqualTo(0.9f);
            }
            assertThat(shadows.comparison("TurnDetector").dropped()).isEqualTo(8);

            end.countDown();
            while (shadows.comparison("TurnDetector").compared() < 3) {
                Thread.onSpinWait();
            }
            assertThat(shadows.comparison("TurnDetector").agreement()).isEqualTo(1);
            shadows.begin("TurnDetector");
            assertThat(shadows.comparison("TurnDetector")).isEqualTo(new Comparison(0, 0, 0, 0, 0, 0, 0));
        }
    }

    @Test
    void the_tally_knows_mean_and_p95_of_the_last() {
        Tally tally = new Tally();
        for (int i = 1; i <= 100; i++) {
            tally.compared(i % 4 != 0, TimeUnit.MILLISECONDS.toNanos(10), TimeUnit.MILLISECONDS.toNanos(i));
        }
        assertThat(tally.sum()).isEqualTo(new Comparison(100, 75, 0, 0, 10, 50.5, 95));
        assertThat(tally.sum().agreement()).isEqualTo(0.75);
    }

    private static TurnDetector detector(int rate, float probability) {
        return new Fixed(rate, probability);
    }

    private static Lease<TurnDetector> lease(TurnDetector model, AtomicInteger returned) {
        return new Lease<>() {
            @Override
            public TurnDetector model() {
                return model;
            }

            @Override
            public String owner() {
                return "test@1";
            }

            @Override
            public void close() {
                returned.incrementAndGet();
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Always says the same, refuses another sample rate, and throws what is no number. */
    private static class Fixed implements TurnDetector {

        private final int rate;
        private final float probability;

        Fixed(int rate, float probability) {
            this.rate = rate;
            this.probability = probability;
        }

        @Override
        public int sampleRateHz() {
            return rate;
        }

        @Override
        public float threshold() {
            return 0.5f;
        }

        @Override
        public float endOfTurn(Pause pause) {
            if (pause.turn().sampleRateHz() != rate || Float.isNaN(probability)) {
                throw new IllegalStateException("cannot judge that");
            }
            return probability;
        }
    }
}
