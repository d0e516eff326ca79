package switchboard.testkit.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;

/** Models that are leased in a fixed order, whatever the filter; counts what is done with the leases. Thread-safe once it is built. */
public final class RankedModels implements Models {

    /** Who was reported to have failed, in that order. */
    public final List<String> failed = new CopyOnWriteArrayList<>();
    /** Who was only looked at, in that order. */
    public final List<String> looked = new CopyOnWriteArrayList<>();
    /** Leases that have not been given back. */
    public final AtomicInteger open = new AtomicInteger();

    private final Map<String, Object> models = new LinkedHashMap<>();

    /** Adds one that is leased after those before it; its owner is {@code name@1}. */
    public RankedModels then(String name, Object model) {
        models.put(name + "@1", model);
        return this;
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        return leaseAnother(kind, filter, "", Set.of());
    }

    @Override
    public <S> Optional<Lease<S>> leaseAnother(Class<S> kind, String filter, String callId, Set<String> except) {
        return models.entrySet().stream().filter(model -> kind.isInstance(model.getValue()) && !except.contains(model.getKey())).findFirst()
                .map(model -> lend(model.getKey(), kind.cast(model.getValue())));
    }

    @Override
    public List<ModelStatus> status() {
        return List.of();
    }

    private <S> Lease<S> lend(String owner, S model) {
        open.incrementAndGet();
        return new Lease<>() {

            private boolean closed;

            @Override
            public S model() {
                return model;
            }

            @Override
            public String owner() {
                return owner;
            }

            @Override
            public void failed(Throwable cause) {
                failed.add(owner);
            }

            @Override
            public void onlyLooked() {
                looked.add(owner);
            }

            @Override
            public synchronized void close() {
                if (!closed) {
                    closed = true;
                    open.decrementAndGet();
                }
            }
        };
    }
}
