package switchboard.model.loader;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import switchboard.api.model.Models;

/**
 * Where all models live: each is a {@link Resident} that loads on a thread of its own, all at the same time.
 *
 * <p>Thread-safe.
 */
@Component(service = {ModelLoader.class, Models.class}, immediate = true)
public final class ModelHome implements ModelLoader, Models {

    private final List<Resident<?>> residents = new CopyOnWriteArrayList<>();
    private final ExecutorService threads;
    private final Progress progress;

    @Activate
    public ModelHome(BundleContext context) {
        this(new Progress(new DeclaredModels(context)));
    }

    ModelHome(Progress progress) {
        this.progress = progress;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "model-load");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public <S> LoadedModel load(BundleContext owner, ModelDescription<S> description, Callable<? extends S> load) {
        Resident<S> resident = new Resident<>(description, nameOf(owner.getBundle()), properties -> register(owner, description, properties));
        residents.add(resident);
        threads.execute(() -> progress.report(resident, resident.load(load)));
        return () -> {
            resident.retire();
            residents.remove(resident);
        };
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        Filter wanted = parse(filter);
        return residents.stream()
                .filter(resident -> resident.description().kind() == kind && resident.matches(wanted))
                .sorted((a, b) -> Integer.compare(b.description().ranking(), a.description().ranking()))
                .map(resident -> resident.lease(kind))
                .flatMap(Optional::stream)
                .findFirst();
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

    private static String nameOf(Bundle bundle) {
        return bundle.getSymbolicName() + "@" + bundle.getVersion();
    }
}
