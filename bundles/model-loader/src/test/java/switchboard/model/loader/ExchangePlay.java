package switchboard.model.loader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import switchboard.api.model.Lease;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.ModelTrials.Trial;

/** Plays steps on the real home of models, beside a simple picture of what should be. */
final class ExchangePlay implements AutoCloseable {

    /** What a bundle that comes is like. */
    enum Behaviour { GOOD, ON_TRIAL, LOAD_FAILS, LOAD_HANGS }

    /** What may happen; indices are taken modulo what there is. */
    sealed interface Step {

        record Arrive(Behaviour behaviour, int version, int ranking) implements Step {}

        record Depart(int which) implements Step {}

        record Use() implements Step {}

        record Return(int which, boolean failed) implements Step {}

        /** Five times in a row. */
        record FailOften(int which) implements Step {}

        record Decide(int which, boolean approved) implements Step {}

        record Swap(int which) implements Step {}

        record Rollback() implements Step {}
    }

    /** A model that counts how often it is closed. */
    record Voice(AtomicInteger closed) implements AutoCloseable {

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    /** A bundle, as the picture has it. */
    private static final class Guest {

        private final String owner;
        private final String model;
        private final int version;
        private final int ranking;
        private final Voice voice = new Voice(new AtomicInteger());
        private @Nullable LoadedModel loaded;
        private @Nullable Trial trial;
        private boolean open;
        private boolean loads;
        private boolean gone;
        private final Deque<Boolean> uses = new ArrayDeque<>();

        Guest(String owner, String model, int version, int ranking) {
            this.owner = owner;
            this.model = model;
            this.version = version;
            this.ranking = ranking;
        }

        /** The last ten count. */
        void used(boolean failed) {
            uses.addLast(failed);
            if (uses.size() > 10) {
                uses.removeFirst();
            }
        }

        boolean isPoor() {
            return uses.stream().filter(failed -> failed).count() >= 5;
        }

        boolean serves() {
            return loads && open && !gone;
        }
    }

    private final FakeFramework framework = new FakeFramework();
    private final ModelHome home = new ModelHome(framework.bundle("home", "1.0.0"));
    private final List<Guest> guests = new ArrayList<>();
    private final List<Lease<Voice>> leases = new ArrayList<>();
    private final List<Thread> departures = new ArrayList<>();
    private final Deque<Optional<String>> preferred = new ArrayDeque<>(List.of(Optional.empty()));
    private boolean departedUnderLease;

    void act(Step step) throws InterruptedException {
        if (step instanceof Step.Arrive arrive) {
            arrive(arrive);
        } else if (step instanceof Step.Depart depart) {
            pick(guests.stream().filter(guest -> !guest.gone).toList(), depart.which()).ifPresent(this::depart);
        } else if (step instanceof Step.Use) {
            home.lease(Voice.class, "").ifPresent(leases::add);
        } else if (step instanceof Step.Return back) {
            pick(leases, back.which()).ifPresent(lease -> giveBack(lease, back.failed()));
        } else if (step instanceof Step.FailOften fail) {
            pick(serving(), fail.which()).ifPresent(this::failOften);
        } else if (step instanceof Step.Decide decide) {
            pick(guests.stream().filter(guest -> guest.trial != null && !guest.open).toList(), decide.which()).ifPresent(guest -> decide(guest, decide.approved()));
        } else if (step instanceof Step.Swap swap) {
            pick(serving(), swap.which()).ifPresent(guest -> {
                preferred.push(Optional.of(guest.owner));
                home.swap(guest.owner);
            });
        } else if (step instanceof Step.Rollback && preferred.size() > 1 && !serving().isEmpty()) {
            preferred.pop();
            home.rollback("Voice");
        }
    }

    /** Who would be leased now. */
    Optional<String> leasable() {
        Optional<Lease<Voice>> lease = home.lease(Voice.class, "");
        lease.ifPresent(some -> giveBack(some, false));
        return lease.map(Lease::owner);
    }

    /** Who should be. */
    Optional<String> expected() {
        return serving().stream().min(Comparator.comparing((Guest guest) -> guest.isPoor())
                .thenComparing(guest -> !preferred.element().equals(Optional.of(guest.owner)))
                .thenComparing(guest -> -guest.ranking).thenComparing(guest -> -guest.version)
                .thenComparing(guest -> -guests.indexOf(guest))).map(guest -> guest.owner);
    }

    List<String> leasedAndClosed() {
        return leases.stream().filter(lease -> lease.model().closed().get() > 0).map(Lease::owner).toList();
    }

    boolean departedUnderLease() {
        return departedUnderLease;
    }

    /** Of every model that was loaded, how often it was closed. */
    List<Integer> closings() {
        return guests.stream().filter(guest -> guest.loads).map(guest -> guest.voice.closed().get()).toList();
    }

    List<Object> published() {
        return framework.published;
    }

    long stillDeparting() {
        return departures.stream().filter(Thread::isAlive).count();
    }

    @Override
    public void close() throws InterruptedException {
        leases.forEach(Lease::close);
        for (Thread departure : departures) {
            departure.join(5_000);
        }
        home.stop();
    }

    private void arrive(Step.Arrive arrive) {
        Guest guest = new Guest("b" + guests.size() + "@1.0.0", "voice-" + guests.size(), arrive.version(), arrive.ranking());
        BundleContext bundle = framework.bundle("b" + guests.size(), "1.0.0");
        boolean onTrial = arrive.behaviour() == Behaviour.ON_TRIAL;
        guest.trial = onTrial ? home.onTrial(bundle.getBundle()) : null;
        guest.open = !onTrial;
        guests.add(guest);
        guest.loaded = home.load(bundle, new ModelDescription<>(Voice.class, guest.owner, guest.model,
                arrive.version() + ".0", Set.of(), arrive.ranking()), () -> load(guest, arrive.behaviour()));
        if (arrive.behaviour() == Behaviour.ON_TRIAL) {
            await(() -> guest.trial.status().stream().anyMatch(status -> status.state() == State.WARM));
        } else if (arrive.behaviour() == Behaviour.GOOD) {
            await(() -> framework.published.contains(guest.model));
        }
        guest.loads = arrive.behaviour() == Behaviour.GOOD || onTrial;
    }

    private static Voice load(Guest guest, Behaviour behaviour) throws InterruptedException {
        switch (behaviour) {
            case LOAD_FAILS -> throw new IllegalStateException("no weights");
            case LOAD_HANGS -> new CountDownLatch(1).await();
            default -> { }
        }
        return guest.voice;
    }

    /** As a bundle that stops: withdrawn at once, gone when the last lease is. */
    private void depart(Guest guest) {
        guest.gone = true;
        departedUnderLease |= leases.stream().anyMatch(lease -> lease.owner().equals(guest.owner));
        Thread departure = new Thread(guest.loaded::close);
        departures.add(departure);
        departure.start();
        await(() -> home.status().stream().noneMatch(status -> status.owner().equals(guest.owner) && status.state() == State.WARM)
                && (guest.trial == null || guest.trial.status().stream().noneMatch(status -> status.state() == State.WARM)));
    }

    private void giveBack(Lease<Voice> lease, boolean failed) {
        Objects.requireNonNull(lease.model(), "a lease that nobody uses is not counted");
        leases.remove(lease);
        guests.stream().filter(guest -> guest.owner.equals(lease.owner())).forEach(guest -> guest.used(failed));
        if (failed) {
            lease.failed(new IllegalStateException("no sound"));
        }
        lease.close();
        lease.close();
    }

    private void failOften(Guest guest) {
        for (int i = 0; i < 5; i++) {
            home.lease(Voice.class, "(model=" + guest.model + ")").ifPresent(lease -> giveBack(lease, true));
        }
    }

    private static void decide(Guest guest, boolean approved) {
        try {
            if (approved) {
                guest.trial.approve();
                guest.open = true;
            } else {
                guest.trial.reject();
            }
        } catch (IllegalStateException e) {
            // decided before, which stands
        }
    }

    private List<Guest> serving() {
        return guests.stream().filter(Guest::serves).toList();
    }

    private static <T> Optional<T> pick(List<T> some, int which) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(which % some.size()));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within 10 s");
            }
            Thread.onSpinWait();
        }
    }
}
