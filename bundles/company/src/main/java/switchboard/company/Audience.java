package switchboard.company;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyInspector;
import switchboard.api.company.CompanyListener;
import switchboard.api.company.CompanyProblem;

/**
 * Who wants to know of changes, and who knows of problems. They use the companies themselves, so each is fetched when it is
 * needed, and not while it is being activated. Thread-safe.
 */
@Component(service = Audience.class)
public final class Audience implements Surroundings {

    private static final Logger log = LoggerFactory.getLogger(Audience.class);

    private final BundleContext context;
    private final Map<ServiceReference<?>, Boolean> listeners = new ConcurrentHashMap<>();
    private final Map<ServiceReference<?>, Boolean> inspectors = new ConcurrentHashMap<>();

    @Activate
    public Audience(BundleContext context) {
        this.context = context;
    }

    @Reference(service = CompanyListener.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(ServiceReference<CompanyListener> listener) {
        listeners.put(listener, true);
    }

    void unbindListener(ServiceReference<CompanyListener> listener) {
        listeners.remove(listener);
    }

    @Reference(service = CompanyInspector.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindInspector(ServiceReference<CompanyInspector> inspector) {
        inspectors.put(inspector, true);
    }

    void unbindInspector(ServiceReference<CompanyInspector> inspector) {
        inspectors.remove(inspector);
    }

    @Override
    public void changed(Company company) {
        tell(listener -> listener.changed(company));
    }

    @Override
    public void removed(String id) {
        tell(listener -> listener.removed(id));
    }

    private void tell(Consumer<CompanyListener> what) {
        listeners.keySet().forEach(reference -> with(reference, service -> {
            what.accept((CompanyListener) service);
            return List.of();
        }));
    }

    @Override
    public List<CompanyProblem> found() {
        return ask(CompanyInspector::problems);
    }

    @Override
    public List<String> awaited(Company company) {
        return ask(inspector -> inspector.awaited(company));
    }

    private <T> List<T> ask(Function<CompanyInspector, List<T>> question) {
        return inspectors.keySet().stream().flatMap(reference -> with(reference, service -> question.apply((CompanyInspector) service)).stream()).toList();
    }

    /** One that fails keeps nobody from the others. */
    private <S, T> List<T> with(ServiceReference<S> reference, Function<S, List<T>> use) {
        S service = context.getService(reference);
        if (service == null) {
            return List.of();
        }
        try {
            return use.apply(service);
        } catch (RuntimeException e) {
            log.error("service={} failed", reference, e);
            return List.of();
        } finally {
            context.ungetService(reference);
        }
    }
}
