package switchboard.signaling.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.call.CallTap;
import switchboard.api.company.Company;

/** Everybody who is told what happens in calls, or hears them. Thread-safe. */
@Component(service = Observers.class)
public final class Observers {

    private static final Logger log = LoggerFactory.getLogger(Observers.class);

    private final List<CallObserver> observers = new CopyOnWriteArrayList<>();
    private final List<CallTap> taps = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(CallObserver observer) {
        observers.add(observer);
    }

    void unbind(CallObserver observer) {
        observers.remove(observer);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindTap(CallTap tap) {
        taps.add(tap);
    }

    void unbindTap(CallTap tap) {
        taps.remove(tap);
    }

    /** Whoever wants to hear this call. */
    List<CallTap.Ear> ears(CallInfo call, Company company) {
        List<CallTap.Ear> ears = new ArrayList<>();
        for (CallTap tap : taps) {
            try {
                tap.listen(call, company).ifPresent(ears::add);
            } catch (RuntimeException e) {
                log.warn("tap={} failed", tap.getClass().getName(), e);
            }
        }
        return ears;
    }

    /** Tells all of them; one that fails keeps nobody from the others. */
    public void tell(Consumer<CallObserver> what) {
        for (CallObserver observer : observers) {
            try {
                what.accept(observer);
            } catch (RuntimeException e) {
                log.warn("observer={} failed", observer.getClass().getName(), e);
            }
        }
    }
}
