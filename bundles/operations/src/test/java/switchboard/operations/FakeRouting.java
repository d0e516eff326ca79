package switchboard.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;
import switchboard.api.model.ModelRouting;

/** Notes what it is told; every model is a voice. */
public final class FakeRouting implements ModelRouting {

    public final List<String> told = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();

    public FakeRouting with(String label, String owner, Part part, int percent, Optional<Comparison> shadow) {
        routes.add(new Route("TextToSpeech", label, "fake", new Version("1.1.0"), owner, part, percent, shadow));
        return this;
    }

    @Override
    public Route swap(String model) {
        return told("swap " + model, model, Part.PREFERRED, 0);
    }

    @Override
    public Route canary(String model, int percent) {
        return told("canary " + model + " " + percent, model, Part.CANARY, percent);
    }

    @Override
    public Route shadow(String model) {
        return told("shadow " + model, model, Part.SHADOW, 0);
    }

    @Override
    public void endShadow(String kind) {
        told.add("end shadow " + kind);
    }

    @Override
    public Route rollback(String kind) {
        return told("rollback " + kind, "old@1", Part.PREFERRED, 0);
    }

    @Override
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    private Route told(String command, String owner, Part part, int percent) {
        told.add(command);
        return new Route("TextToSpeech", "Fake", "fake", new Version("1.1.0"), owner, part, percent, Optional.empty());
    }
}
