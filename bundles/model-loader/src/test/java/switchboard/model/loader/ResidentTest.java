package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus.State;

@Timeout(20)
class ResidentTest {

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final Resident<Voice> resident = new Resident<>(
            new ModelDescription<>(Voice.class, "Test voice", "test", "1.0", Set.of("en"), 5),
            "switchboard.test@1.0.0",
            model -> {
                events.add("published");
                return () -> events.add("withdrawn");
            });

    @Test
    void a_model_is_published_when_its_load_has_ended() {
        assertThat(resident.status().state()).isEqualTo(State.LOADING);
        assertThat(resident.lease(Voice.class)).isEmpty();

        resident.load(Voice::new);

        assertThat(events).containsExactly("published");
        assertThat(resident.status().state()).isEqualTo(State.WARM);
    }

    @Test
    void a_model_that_cannot_load_is_absent_and_says_why() {
        resident.load(() -> {
            throw new IllegalStateException("its weights are damaged");
        });

        assertThat(events).isEmpty();
        assertThat(resident.lease(Voice.class)).isEmpty();
        assertThat(resident.status().state()).isEqualTo(State.FAILED);
        assertThat(resident.status().detail()).isEqualTo("its weights are damaged");
    }

    @Test
    void a_missing_native_library_is_a_failed_load_too() {
        resident.load(() -> {
            throw new UnsatisfiedLinkError("no such library");
        });

        assertThat(resident.status().state()).isEqualTo(State.FAILED);
    }

    @Test
    void retiring_withdraws_first_and_frees_after_the_last_lease() throws InterruptedException {
        resident.load(Voice::new);
        Lease<Voice> lease = resident.lease(Voice.class).orElseThrow();
        CountDownLatch retired = new CountDownLatch(1);

        Thread retirement = new Thread(() -> {
            resident.retire();
            retired.countDown();
        });
        retirement.start();
        while (!events.contains("withdrawn")) {
            Thread.onSpinWait();
        }

        assertThat(resident.lease(Voice.class)).isEmpty();
        assertThat(events).doesNotContain("freed");
        lease.close();
        assertThat(retired.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(events).containsExactly("published", "withdrawn", "freed");
    }

    @Test
    void a_lease_is_given_back_only_once() {
        resident.load(Voice::new);
        Lease<Voice> first = resident.lease(Voice.class).orElseThrow();
        Lease<Voice> second = resident.lease(Voice.class).orElseThrow();

        first.close();
        first.close();
        second.close();
        resident.retire();

        assertThat(events).containsExactly("published", "withdrawn", "freed");
    }

    @Test
    void a_model_retired_while_it_loads_is_freed_and_never_published() {
        resident.load(() -> {
            resident.retire();
            return new Voice();
        });

        assertThat(events).containsExactly("freed");
    }

    @Test
    void retiring_twice_is_harmless() {
        resident.load(Voice::new);
        resident.retire();
        resident.retire();

        assertThat(events).containsExactly("published", "withdrawn", "freed");
    }

    private final class Voice implements AutoCloseable {

        @Override
        public void close() {
            events.add("freed");
        }
    }
}
