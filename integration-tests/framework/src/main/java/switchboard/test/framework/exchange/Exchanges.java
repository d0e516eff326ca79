package switchboard.test.framework.exchange;

import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import switchboard.api.model.ModelRouting;
import switchboard.test.framework.NewVersion;
import switchboard.test.framework.RunningModels;
import switchboard.test.framework.load.ServerMemory;

/** Exchanges the model that serves, in each of the ways in which an operator does, and takes the memory after each. */
final class Exchanges {

    private static final String NEW = "9.9.9";

    private final RunningModels running;
    private final ModelRouting routing;
    private final Consumer<String> listener;
    private final Pace pace;
    private final List<Long> residentMb = new ArrayList<>();
    private final List<WeakReference<ClassLoader>> former = new ArrayList<>();

    /** When an exchange counts as done, and when the next may begin. */
    interface Pace {

        default void settle() throws InterruptedException {}

        void await() throws InterruptedException;
    }

    /** @param listener told what is done next, for people */
    Exchanges(RunningModels running, ModelRouting routing, Consumer<String> listener, Pace pace) {
        this.listener = listener;
        this.running = running;
        this.routing = routing;
        this.pace = pace;
    }

    /** A new version comes and takes over; the old one, preferred again, is stopped and started, and updated; the new one is preferred and goes. */
    void exchange(String name) throws Exception {
        Bundle old = running.bundle(name);
        String owner = name + "@" + old.getVersion();
        Bundle next = NewVersion.install(running.context(), old, NEW);
        try {
            listener.accept("starting a new version of " + name);
            next.start();
            running.await(name + "@" + NEW);
            done();
            listener.accept("stopping and starting " + name);
            String kind = routing.swap(owner).kind();
            old.stop();
            old.start();
            running.await(owner);
            done();
            listener.accept("updating " + name);
            remember(old);
            old.update(new ByteArrayInputStream(NewVersion.jar(old, old.getVersion().toString())));
            running.await(owner);
            done();
            routing.rollback(kind);
        } finally {
            listener.accept("removing the new version of " + name);
            remember(next);
            next.uninstall();
            old.start();
        }
    }

    /** Resident memory of the server after each exchange, in megabytes. */
    List<Long> residentMb() {
        return List.copyOf(residentMb);
    }

    /** How many of the class loaders whose bundles were updated or uninstalled are still there. */
    long formerLoaders() {
        return former.stream().filter(loader -> loader.get() != null).count();
    }

    private void done() throws InterruptedException {
        pace.settle();
        System.gc(); // what Java could free is no leak
        residentMb.add(ServerMemory.residentMb());
        pace.await();
    }

    private void remember(Bundle bundle) {
        Optional.ofNullable(bundle.adapt(BundleWiring.class)).ifPresent(wiring -> former.add(new WeakReference<>(wiring.getClassLoader())));
    }
}
