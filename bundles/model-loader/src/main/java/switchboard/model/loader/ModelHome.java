package switchboard.model.loader;

import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Filter;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import switchboard.api.model.Lease;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelTrials;
import switchboard.api.model.Models;

/**
 * Where all models live: each is a {@link Resident} that loads on a thread of its own, all at the same time.
 *
 * <p>Thread-safe.
 */
@Component(service = {ModelLoader.class, Models.class, ModelTrials.class}, immediate = true)
public final class ModelHome implements ModelLoader, Models, ModelTrials {

    private final List<Resident<?>> residents = new CopyOnWriteArrayList<>();
    private final AtomicLong arrivals = new AtomicLong();
    private final Trials trials;
    private final ExecutorService threads;
    private final Progress progress;

    @Activate
    public ModelHome(BundleContext context) {
        this(context, new Trials());
    }

    private ModelHome(BundleContext context, Trials trials) {
        this.trials = trials;
        this.progress = new Progress(new DeclaredModels(context, trials));
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "model-load");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public <S> LoadedModel load(BundleContext owner, ModelDescription<S> description, Callable<? extends S> load) {
        Origin origin = Origin.of(owner.getBundle(), arrivals.incrementAndGet());
        Resident<S> resident = new Resident<>(description, origin, properties -> register(owner, description, properties));
        Optional<BundleTrial> trial = trials.of(owner.getBundle());
        trial.ifPresent(on -> on.enter(resident));
        residents.add(resident);
        threads.execute(() -> progress.report(resident, resident.load(load)));
        return () -> {
            resident.retire();
            residents.remove(resident);
            trial.ifPresent(on -> on.leave(resident));
        };
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        Filter wanted = parse(filter);
        return residents.stream()
                .filter(resident -> resident.description().kind() == kind && resident.matches(wanted))
                .map(resident -> new Choice(resident.preference(), resident))
                .sorted(Comparator.comparing(Choice::preference))
                .map(Choice::resident)
                .map(resident -> resident.lease(kind))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Trial onTrial(Bundle bundle) {
        if (residents.stream().anyMatch(resident -> resident.belongsTo(bundle))) {
            throw new IllegalStateException(bundle.getSymbolicName() + " has a model already");
        }
        return trials.begin(bundle);
    }

    @Override
    public List<ModelStatus> status() {
        return progress.status(residents);
    }

    @Deactivate
    void stop() {
        residents.forEach(Resident::retire);
        threads.shutdown();
    }

    private static <S> Registration register(BundleContext owner, ModelDescription<S> description, Registration.Of<S> model) {
        ServiceRegistration<S> registration = owner.registerService(description.kind(), model.model(), properties(description));
        return registration::unregister;
    }

    static Dictionary<String, Object> properties(ModelDescription<?> description) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("model", description.model());
        properties.put("version", description.version());
        properties.put("language", description.languages().toArray(String[]::new));
        properties.put(Constants.SERVICE_RANKING, description.ranking());
        return properties;
    }

    static Filter parse(String filter) {
        try {
            return FrameworkUtil.createFilter(filter.isBlank() ? "(model=*)" : filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("malformed model filter: " + filter, e);
        }
    }

    /** A model with its preference, read once, so that the order holds while it is sorted. */
    private record Choice(Preference preference, Resident<?> resident) {}
}
