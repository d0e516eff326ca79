package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RenderingTest {

    private static final float[] HEL = {1, 2};
    private static final float[] LO = {3};

    private final Rendering rendering = new Rendering();
    private final List<float[]> late = new ArrayList<>();

    @Test
    void who_comes_late_hears_all_of_it_while_it_is_spoken() throws Exception {
        Predicate<float[]> speaker = rendering.heardBy(samples -> true);
        speaker.test(HEL);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> whole = follow(begun);
        begun.await();   // before the speaker goes on
        speaker.test(LO);

        assertThat(rendering.end(true)).hasValueSatisfying(samples -> assertThat(samples).containsExactly(1, 2, 3));
        assertThat(whole.get()).isTrue();
        assertThat(late).containsExactly(HEL, LO);
    }

    @Test
    void it_is_spoken_to_its_end_while_somebody_wants_it() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Predicate<float[]> speaker = rendering.heardBy(samples -> samples != HEL);
        CompletableFuture<Boolean> whole = CompletableFuture.supplyAsync(() -> rendering.follow(samples -> {
            begun.countDown();
            return late.add(samples);
        }).isEmpty());
        Predicate<float[]> first = rendering.heardBy(samples -> true);
        first.test(HEL);
        begun.await();

        assertThat(speaker.test(HEL)).as("the one it was made for has hung up, another listens").isTrue();
        rendering.end(true);
        assertThat(whole.get()).isTrue();
        assertThat(late).hasSize(2);
    }

    @Test
    void nobody_joins_what_was_given_up() {
        assertThat(rendering.heardBy(samples -> false).test(HEL)).isFalse();

        assertThat(rendering.follow(late::add)).contains(0);
        assertThat(rendering.end(false)).isEmpty();
        assertThat(late).isEmpty();
    }

    @Test
    void whoever_follows_is_told_how_much_he_heard_of_what_failed() throws Exception {
        rendering.heardBy(samples -> true).test(HEL);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> whole = follow(begun);
        begun.await();
        rendering.end(false);

        assertThat(whole.get()).isFalse();
        assertThat(late).containsExactly(HEL);
    }

    private CompletableFuture<Boolean> follow(CountDownLatch begun) {
        return CompletableFuture.supplyAsync(() -> rendering.follow(samples -> {
            begun.countDown();
            return late.add(samples);
        }).isEmpty());
    }
}
