package switchboard.operations.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import switchboard.api.call.Lines;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.Models;

/**
 * Whether the next call would be taken, and if not, why. The names are the wire's.
 *
 * @param status    {@code ready}, {@code unready}, or {@code draining} when the server is about to stop
 * @param models    all that are declared
 * @param missing   what stands in the way, in words; empty if ready. A model that is not warm does not, while another of its
 *                  kind is
 * @param lines     absent while no call can be taken at all
 * @param companies ids of those that can be called
 * @param problems  configurations that were refused; they do not stand in the way of other companies
 */
record Readiness(String status, List<Model> models, List<String> missing, @Nullable Taken lines, List<String> companies, List<CompanyProblem> problems) {

    /** One model. */
    record Model(String label, String kind, String owner, State state, String detail) {}

    /** Of the server's lines. */
    record Taken(int open, int most, boolean draining) {}

    /** What the services say now; each may be absent. */
    static Readiness of(Optional<Models> models, Optional<Lines> lines, Optional<Companies> companies) {
        List<ModelStatus> declared = models.map(Models::status).orElse(List.of());
        Optional<Taken> taken = lines.map(some -> new Taken(some.open(), some.most(), some.isDraining()));
        List<String> ids = companies.map(Companies::all).orElse(List.of()).stream().map(Company::id).toList();

        List<String> missing = new ArrayList<>();
        if (models.isEmpty()) {
            missing.add("models: the model loader is not running");
        }
        Set<String> warm = declared.stream().filter(model -> model.state() == State.WARM).map(ModelStatus::kind).collect(Collectors.toSet());
        declared.stream().filter(model -> !warm.contains(model.kind())).map(Readiness::words).forEach(missing::add);
        taken.flatMap(Readiness::words).or(() -> taken.isPresent() ? Optional.empty() : Optional.of("lines: calls cannot be taken yet"))
                .ifPresent(missing::add);
        if (companies.filter(some -> !some.areRead()).isPresent()) {
            missing.add("companies: not all are read yet");
        } else if (ids.isEmpty()) {
            missing.add("companies: none is configured");
        }
        String status = taken.filter(Taken::draining).isPresent() ? "draining" : missing.isEmpty() ? "ready" : "unready";
        return new Readiness(status,
                declared.stream().map(model -> new Model(model.label(), model.kind(), model.owner(), model.state(), model.detail())).toList(),
                List.copyOf(missing), taken.orElse(null), ids, companies.map(Companies::problems).orElse(List.of()));
    }

    boolean ready() {
        return missing.isEmpty();
    }

    private static String words(ModelStatus model) {
        String state = model.label() + " is " + model.state().name().toLowerCase(Locale.ROOT);
        return model.detail().isBlank() ? state : state + ": " + model.detail();
    }

    private static Optional<String> words(Taken lines) {
        if (lines.draining()) {
            return Optional.of("lines: the server is about to stop");
        }
        return lines.open() < lines.most() ? Optional.empty() : Optional.of("lines: all %d are taken".formatted(lines.most()));
    }
}
