package switchboard.model.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelTrials.Candidate;
import switchboard.api.model.ModelTrials.Trial;

/** The trial of one bundle. Thread-safe; models are published outside of the monitor. */
final class BundleTrial implements Trial {

    private enum Verdict { OPEN, APPROVED, REJECTED }

    private final Bundle bundle;
    private final List<Resident<?>> residents = new ArrayList<>();
    private Verdict verdict = Verdict.OPEN;

    BundleTrial(Bundle bundle) {
        this.bundle = bundle;
    }

    /** Keeps a model that is about to load from everybody, unless the bundle has been approved. */
    synchronized void enter(Resident<?> resident) {
        if (verdict != Verdict.APPROVED) {
            resident.holdBack();
            residents.add(resident);
        }
    }

    synchronized void leave(Resident<?> resident) {
        residents.remove(resident);
    }

    synchronized boolean approved() {
        return verdict == Verdict.APPROVED;
    }

    boolean over() {
        return bundle.getState() == Bundle.UNINSTALLED;
    }

    @Override
    public synchronized List<ModelStatus> status() {
        return residents.stream().map(Resident::status).toList();
    }

    @Override
    public synchronized List<Candidate<?>> candidates() {
        List<Candidate<?>> warm = new ArrayList<>();
        residents.forEach(resident -> candidate(resident).ifPresent(warm::add));
        return warm;
    }

    @Override
    public void approve() {
        List<Resident<?>> released;
        synchronized (this) {
            decide(Verdict.APPROVED);
            released = List.copyOf(residents);
            residents.clear();
        }
        released.forEach(Resident::release);
    }

    @Override
    public synchronized void reject() {
        decide(Verdict.REJECTED);
    }

    private void decide(Verdict decision) {
        if (verdict != Verdict.OPEN && verdict != decision) {
            throw new IllegalStateException("the trial of %s is over: %s".formatted(bundle.getSymbolicName(), verdict));
        }
        verdict = decision;
    }

    private static <S> Optional<Candidate<S>> candidate(Resident<S> resident) {
        return resident.tryOut().map(lease -> new Candidate<>(resident.description(), lease));
    }
}
