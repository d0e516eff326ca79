package switchboard.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.Models;

/** Models that stand as told; those that are offered can be leased by the filter they are offered under. */
public final class FakeModels implements Models {

    private final List<ModelStatus> status = new ArrayList<>();
    private final Map<String, Object> offered = new HashMap<>();
    public int leased;

    public FakeModels with(String label, String kind, State state, String detail) {
        status.removeIf(model -> model.label().equals(label));
        status.add(new ModelStatus(label, kind, "x." + label.toLowerCase(Locale.ROOT) + "@1.0.0", state, detail));
        return this;
    }

    public <S> FakeModels offer(Class<S> kind, String filter, S model) {
        offered.put(kind.getName() + filter, model);
        return this;
    }

    @Override
    public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
        return Optional.ofNullable(offered.get(kind.getName() + filter)).map(kind::cast).map(Leased::new);
    }

    @Override
    public List<ModelStatus> status() {
        return List.copyOf(status);
    }

    private final class Leased<S> implements Lease<S> {

        private final S model;

        Leased(S model) {
            this.model = model;
            leased++;
        }

        @Override
        public S model() {
            return model;
        }

        @Override
        public String owner() {
            return "x.fake@1.0.0";
        }

        @Override
        public void close() {
            leased--;
        }
    }
}
