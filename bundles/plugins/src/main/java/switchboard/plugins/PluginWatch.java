package switchboard.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.model.ModelTrials;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;
import switchboard.plugins.sample.GoldenSamples;

/**
 * Watches the plugins folder, on a thread of its own. Idle if the framework property {@value #FOLDER} is not set.
 *
 * <p>Thread-safe.
 */
@Component(service = {PluginWatch.class, QuarantinedModels.class}, immediate = true)
public final class PluginWatch implements QuarantinedModels {

    /** Framework property: the folder. */
    static final String FOLDER = "switchboard.plugins";
    /** Framework property: how long starting, loading, and each sample may take, each, in milliseconds. */
    static final String LIMIT = "switchboard.plugins.limit.ms";
    /** Framework property: what is demanded of a jar, see {@link Verification#named}. */
    static final String VERIFY = "switchboard.plugins.verify";
    /** Framework property: the file of certificates of those who may sign jars. */
    static final String TRUSTED = "switchboard.plugins.trusted";

    private static final Logger log = LoggerFactory.getLogger(PluginWatch.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String DEFAULT_TRUSTED = "cnf/trusted.pem";
    private static final String DEFAULT_LIMIT_MS = "60000";

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "plugins"));
    private final Optional<Plugins> plugins;
    private final Optional<Probation> probation;
    private String lastTrouble = "";

    @Activate
    public PluginWatch(BundleContext context, @Reference ModelTrials trials, @Reference Models models, @Reference ServiceComponentRuntime components)
            throws IOException {
        Duration limit = Duration.ofMillis(Long.parseLong(property(context, LIMIT).orElse(DEFAULT_LIMIT_MS)));
        BundleAdmission admission = new BundleAdmission(context, trials, models, new Components(components), GoldenSamples.of(models), limit);
        Optional<Path> folder = property(context, FOLDER).map(PluginWatch::absolute);
        Path trusted = absolute(property(context, TRUSTED).orElse(DEFAULT_TRUSTED));
        Clock clock = Clock.systemUTC();
        probation = folder.isPresent() ? Optional.of(new Probation(folder.get(), admission, clock)) : Optional.empty();
        plugins = probation.map(admits -> new Plugins(folder.orElseThrow(), Verification.named(property(context, VERIFY).orElse(""), folder.orElseThrow(), trusted),
                new Quarantine(folder.orElseThrow(), clock), admits));
        plugins.ifPresent(watched -> {
            context.registerService(CollisionHook.class, new SameVersionBeside(context.getBundle()), null);
            context.registerService(WeavingHook.class, new NoExit(), null);
            thread.execute(admission::clear);
            thread.scheduleWithFixedDelay(() -> look(watched, probation.orElseThrow()), 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /** Every file that is in the folder or in quarantine; empty if none is watched. */
    List<Plugin> list() {
        return plugins.map(Plugins::list).orElse(List.of());
    }

    @Override
    public List<Quarantined> quarantined() {
        return list().stream().filter(plugin -> plugin.state() == Plugin.State.QUARANTINED)
                .map(plugin -> new Quarantined(plugin.file(), plugin.bundle(), plugin.reason())).toList();
    }

    @Override
    public boolean decided() {
        return plugins.map(Plugins::decided).orElse(true);
    }

    @Deactivate
    void stop() throws IOException {
        thread.shutdownNow();
        if (probation.isPresent()) {
            probation.get().acquit();
        }
    }

    /** A property that is there and not blank. */
    private static Optional<String> property(BundleContext context, String name) {
        return Optional.ofNullable(context.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /** Nothing may end the watch; trouble that lasts is told once. */
    private void look(Plugins watched, Probation onProbation) {
        try {
            watched.look();
            onProbation.look();
            lastTrouble = "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error e) {
            if (!e.toString().equals(lastTrouble)) {
                lastTrouble = e.toString();
                log.error("event=plugins-trouble", e);
            }
        }
    }

    /** Lets this bundle install a second bundle of the same name and version: an author rebuilds without counting up. */
    private record SameVersionBeside(Bundle installer) implements CollisionHook {

        @Override
        public void filterCollisions(int operation, Bundle target, Collection<Bundle> collisions) {
            if (operation == INSTALLING && target.equals(installer)) {
                collisions.clear();
            }
        }
    }
}
