package switchboard.model.loader;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.MetricSource;
import switchboard.api.model.Lease;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.ModelRouting;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelTrials;
import switchboard.api.model.Models;
import switchboard.api.turn.TurnDetector;
import switchboard.model.loader.ModelCounts.Event;
import switchboard.model.loader.shadow.Shadows;

/**
 * Where all models live: each is a {@link Resident} that loads on a thread of its own, all at the same time.
 *
 * <p>Thread-safe.
 */
@Component(service = {ModelLoader.class, Models.class, ModelTrials.class, ModelRouting.class, MetricSource.class}, immediate = true)
public final class ModelHome implements ModelLoader, Models, ModelTrials, ModelRouting, MetricSource {

    /** Framework property: the folder of what the server keeps. */
    static final String DATA = "switchboard.data";

    private final Routing routing;
    private final Residents residents;
    private final Sleepers sleepers = new Sleepers();
    private final Shadows shadows = new Shadows();
    private final Switchyard switchyard;
    private final FreedMemory memory = new FreedMemory();
    private final ModelCounts counts = new ModelCounts();
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
        this.routing = new Routing(new RouteFile(Optional.ofNullable(context.getProperty(DATA)).map(folder -> Path.of(folder, "routes"))));
        this.residents = new Residents(routing);
        this.switchyard = new Switchyard(residents, routing, shadows);
        this.progress = new Progress(new DeclaredModels(context, trials)::list);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "model-load");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public <S> LoadedModel load(BundleContext owner, ModelDescription<S> description, Callable<? extends S> load) {
        Origin origin = Origin.of(owner.getBundle(), arrivals.incrementAndGet());
        LoadCost cost = new LoadCost();
        Resident<S> resident = new Resident<>(description, origin, warm -> {
            counts.happened(description.kind().getSimpleName(), Event.WARM);
            return register(owner, description, warm, cost);
        });
        Optional<BundleTrial> trial = trials.of(owner.getBundle());
        trial.ifPresent(on -> on.enter(resident));
        residents.add(resident);
        threads.execute(() -> progress.report(resident, resident.load(() -> cost.measure(load))));
        return () -> {
            resident.retire();
            residents.remove(resident);
            counts.happened(resident.kind(), Event.RETIRED);
            trial.ifPresent(on -> on.leave(resident));
            memory.giveBackSoon();
        };
    }

    @Override
    public <S> LoadedModel loadOnDemand(BundleContext owner, ModelDescription<S> description, Callable<? extends S> load) {
        return sleepers.add(description, () -> load(owner, description, load));
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        return lease(kind, filter, "");
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter, String callId) {
        return leaseAnother(kind, filter, callId, Set.of());
    }

    @Override
    public <S> Optional<Lease<S>> leaseAnother(Class<S> kind, String filter, String callId, Set<String> except) {
        Filter wanted = parse(filter);
        sleepers.hear(kind, wanted);
        Optional<Lease<S>> lease = residents.lease(kind, wanted, callId, except);
        return routing.shadow(kind.getSimpleName()).filter(owner -> shadows.compares(kind))
                .map(owner -> lease.map(serving -> serving.owner().equals(owner) ? serving
                        : shadows.beside(serving, kind, () -> residents.lease(TurnDetector.class, owner))))
                .orElse(lease);
    }

    @Override
    public Trial onTrial(Bundle bundle) {
        if (residents.has(bundle)) {
            throw new IllegalStateException(bundle.getSymbolicName() + " has a model already");
        }
        return trials.begin(bundle);
    }

    @Override
    public List<ModelStatus> status() {
        return progress.status(residents.all());
    }

    @Override
    public Route swap(String model) {
        return counts.counted(switchyard.swap(model), Event.SWAPPED);
    }

    @Override
    public Route canary(String model, int percent) {
        return counts.counted(switchyard.canary(model, percent), Event.CANARY);
    }

    @Override
    public Route shadow(String model) {
        return counts.counted(switchyard.shadow(model), Event.SHADOW);
    }

    @Override
    public void endShadow(String kind) {
        switchyard.endShadow(kind);
    }

    @Override
    public Route rollback(String kind) {
        return counts.counted(switchyard.rollback(kind), Event.ROLLED_BACK);
    }

    @Override
    public List<Route> routes() {
        return switchyard.routes();
    }

    @Override
    public List<Missing> missing() {
        return switchyard.missing();
    }

    @Override
    public List<Metric> metrics() {
        return counts.metrics(residents.all());
    }

    @Deactivate
    void stop() {
        residents.all().forEach(Resident::retire);
        shadows.close();
        memory.close();
        threads.shutdown();
    }

    private static <S> Registration register(BundleContext owner, ModelDescription<S> description, Registration.Of<S> model,
            LoadCost cost) {
        Dictionary<String, Object> properties = properties(description);
        cost.tell(properties);
        ServiceRegistration<S> registration = owner.registerService(description.kind(), model.model(), properties);
        return registration::unregister;
    }

    static Dictionary<String, Object> properties(ModelDescription<?> description) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("model", description.model());
        properties.put("version", Preference.version(description.version()));
        if (!description.languages().isEmpty()) { // none: as Models.inLanguage has it, it works in every language
            properties.put("language", description.languages().stream().map(ModelHome::canonical).toArray(String[]::new));
        }
        properties.put(Constants.SERVICE_RANKING, description.ranking());
        return properties;
    }

    /** A language tag in the case that everybody uses, BCP 47 section 2.1.1; what is none stays as it is. */
    private static String canonical(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getLanguage().isEmpty() ? tag : locale.toLanguageTag();
    }

    static Filter parse(String filter) {
        try {
            return FrameworkUtil.createFilter(filter.isBlank() ? "(model=*)" : filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("malformed model filter: " + filter, e);
        }
    }
}
