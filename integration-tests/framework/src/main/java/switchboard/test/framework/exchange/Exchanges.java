package switchboard.test.framework.exchange;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import switchboard.api.model.ModelRouting;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.test.framework.Eventually;
import switchboard.test.framework.NewVersion;

/** Exchanges the model that serves, in each of the ways in which an operator does. */
final class Exchanges {

    private static final String NEW = "9.9.9";

    private final BundleContext context;
    private final Models models;
    private final ModelRouting routing;
    private final Pace pace;
    private final List<Long> residentMb = new ArrayList<>();

    /** What happens before the next exchange. */
    interface Pace {

        void await() throws InterruptedException;
    }

    Exchanges(BundleContext context, Models models, ModelRouting routing, Pace pace) {
        this.pace = pace;
        this.context = context;
        this.models = models;
        this.routing = routing;
    }

    /** A new version comes and takes over; the old one, preferred again, is stopped and started, and updated; the new one is preferred and goes. */
    void exchange(String name) throws Exception {
        Bundle old = bundle(name);
        String owner = name + "@" + old.getVersion();
        Bundle next = NewVersion.install(context, old, NEW);
        try {
            next.start();
            awaitWarm(name + "@" + NEW);
            done();
            String kind = routing.swap(owner).kind();
            old.stop();
            old.start();
            awaitWarm(owner);
            done();
            old.update(new ByteArrayInputStream(NewVersion.jar(old, old.getVersion().toString())));
            awaitWarm(owner);
            done();
            routing.rollback(kind);
        } finally {
            next.uninstall();
            old.start();
        }
    }

    /** Resident memory of the server after each exchange, in megabytes. */
    List<Long> residentMb() {
        return List.copyOf(residentMb);
    }

    private void done() throws InterruptedException {
        System.gc(); // what Java could free is no leak
        residentMb.add(ServerMemory.residentMb());
        pace.await();
    }

    private void awaitWarm(String owner) throws InterruptedException {
        Eventually.present(() -> models.status().stream()
                .filter(model -> model.owner().equals(owner) && model.state() == ModelStatus.State.WARM).findFirst());
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().equals(name)).findFirst().orElseThrow();
    }
}
