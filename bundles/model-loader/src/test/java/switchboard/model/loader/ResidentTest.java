package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Version;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus.State;

@Timeout(20)
class ResidentTest {

    private static final Origin ORIGIN = new Origin(7, "switchboard.test", new Version("1.0.0"), 1);

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final Resident<Voice> resident = new Resident<>(
            new ModelDescription<>(Voice.class, "Test voice", "test", "1.0", Set.of("en"), 5),
            ORIGIN,
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
    void errors_are_failed_loads_too() {
        for (Error error : List.of(new UnsatisfiedLinkError("no library"), new NoClassDefFoundError("some/Type"), new StackOverflowError(), new AssertionError("no"))) {
            Resident<Voice> broken = new Resident<>(resident.description(), ORIGIN, model -> () -> { });
            broken.load(() -> {
                throw error;
            });

            assertThat(broken.status().state()).isEqualTo(State.FAILED);
            assertThat(broken.status().detail()).isEqualTo(error.toString());
        }
    }

    @Test
    @SuppressWarnings({"NullAway", "unchecked", "rawtypes"}) // what the compiler forbids
    void a_load_that_gives_no_model_is_a_failed_load() {
        resident.load(() -> null);
        assertThat(resident.status().detail()).isEqualTo("its load gave null instead of a Voice");

        Resident<Voice> other = new Resident<>(resident.description(), ORIGIN, model -> () -> { });
        ((Resident) other).load(() -> "a text");
        assertThat(other.status().detail()).isEqualTo("its load gave java.lang.String instead of a Voice");
    }

    @Test
    void a_model_that_is_retired_while_it_is_being_published_is_withdrawn_before_it_is_freed() throws InterruptedException {
        CountDownLatch registering = new CountDownLatch(1);
        CompletableFuture<Void> registered = new CompletableFuture<>();
        Resident<Voice> slow = new Resident<>(resident.description(), new Origin(8, "switchboard.test", new Version("1.0.0"), 2), model -> {
            registering.countDown();
            registered.join();
            return () -> events.add("withdrawn");
        });
        Thread loading = new Thread(() -> slow.load(Voice::new));
        loading.start();
        registering.await();
        Thread retirement = new Thread(slow::retire);
        retirement.start();
        while (retirement.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        registered.complete(null);
        retirement.join();

        assertThat(events).containsExactly("withdrawn", "freed");
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
    void a_lease_that_is_never_given_back_holds_up_no_longer_than_the_limit() {
        Resident<Voice> hurried = new Resident<>(resident.description(), new Origin(7, "switchboard.test", new Version("1.0.0"), 1),
                model -> () -> events.add("withdrawn"), Duration.ofMillis(20));
        hurried.load(Voice::new);
        Lease<Voice> forgotten = hurried.lease(Voice.class).orElseThrow();

        hurried.retire();

        assertThat(events).containsExactly("withdrawn", "freed");
        forgotten.close();
        assertThat(events).containsExactly("withdrawn", "freed");
    }

    @Test
    void a_model_retired_before_its_load_begins_is_not_loaded() {
        resident.retire();
        resident.load(() -> {
            events.add("loaded");
            return new Voice();
        });

        assertThat(events).isEmpty();
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

    @Test
    void a_model_on_trial_is_warm_for_nobody_but_who_tries_it() {
        resident.holdBack();
        resident.load(Voice::new);

        assertThat(events).isEmpty();
        assertThat(resident.lease(Voice.class)).isEmpty();
        try (Lease<Voice> tried = resident.tryOut().orElseThrow()) {
            assertThat(tried.owner()).isEqualTo("switchboard.test@1.0.0");
        }

        resident.release();
        assertThat(events).containsExactly("published");
        assertThat(resident.lease(Voice.class)).isPresent();
        assertThat(resident.tryOut()).isEmpty();
    }

    @Test
    void a_model_released_while_it_loads_is_published_when_it_is_warm() {
        resident.holdBack();
        resident.load(() -> {
            resident.release();
            return new Voice();
        });

        assertThat(events).containsExactly("published");
    }

    @Test
    void a_model_on_trial_is_freed_without_ever_being_published() {
        resident.holdBack();
        resident.load(Voice::new);
        resident.retire();

        assertThat(events).containsExactly("freed");
    }

    @Test
    void a_load_that_hangs_is_interrupted_when_its_model_retires() throws InterruptedException {
        CountDownLatch loading = new CountDownLatch(1);
        Thread thread = new Thread(() -> resident.load(() -> {
            loading.countDown();
            new CountDownLatch(1).await();
            return new Voice();
        }));
        thread.start();
        loading.await();

        resident.retire();

        thread.join(5_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(resident.status().state()).isEqualTo(State.RETIRING);
    }

    @Test
    void a_model_that_failed_in_five_of_its_last_ten_uses_is_demoted_and_says_so() {
        resident.load(Voice::new);
        use(5, false);
        use(4, true);
        assertThat(resident.preference().demoted()).isFalse();

        use(1, true);

        assertThat(resident.preference().demoted()).isTrue();
        assertThat(resident.status().detail()).contains("5 of its last 10", "no sound", "restart");
        use(6, false);
        assertThat(resident.preference().demoted()).isFalse();
    }

    @Test
    void looks_do_not_hide_how_often_the_work_fails() {
        resident.load(Voice::new);
        for (int i = 0; i < 5; i++) {
            use(1, true);
            resident.lease(Voice.class).orElseThrow().close();
            try (Lease<Voice> look = resident.lease(Voice.class).orElseThrow()) {
                look.onlyLooked();
                assertThat(look.model()).isNotNull();
            }
        }

        assertThat(resident.preference().demoted()).isTrue();
    }

    @Test
    void failing_twice_in_one_use_is_one_failure() {
        resident.load(Voice::new);
        try (Lease<Voice> lease = resident.lease(Voice.class).orElseThrow()) {
            for (int i = 0; i < 5; i++) {
                lease.failed(new IllegalStateException("no sound"));
            }
        }

        assertThat(resident.preference().demoted()).isFalse();
    }

    private void use(int times, boolean failing) {
        for (int i = 0; i < times; i++) {
            try (Lease<Voice> lease = resident.lease(Voice.class).orElseThrow()) {
                assertThat(lease.model()).isNotNull();
                if (failing) {
                    lease.failed(new IllegalStateException("no sound"));
                }
            }
        }
    }

    private final class Voice implements AutoCloseable {

        @Override
        public void close() {
            events.add("freed");
        }
    }
}
