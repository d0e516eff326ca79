package switchboard.model.loader;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;

/** Tells how far the models have come, one line as each is warm: {@code 2/5 Smart Turn v3.2 … ✓ 0.11 s}. */
final class Progress {

    private static final Logger log = LoggerFactory.getLogger("switchboard.models");

    private final Supplier<List<ModelStatus>> declared;
    private final Map<String, Integer> done = new ConcurrentHashMap<>();

    /** @param declared the models of all installed bundles, as {@link DeclaredModels} lists them */
    Progress(Supplier<List<ModelStatus>> declared) {
        this.declared = declared;
    }

    void report(Resident<?> resident, Duration took) {
        ModelStatus status = resident.status();
        if (resident.heldBack()) {
            reportOnTrial(status, took); // what fails there is told by who tries it
        } else if (status.state() == State.WARM) {
            log.info("{}", line(resident, took));
        } else if (status.state() == State.FAILED) {
            log.error("✗ {} … {}", status.label(), status.detail());
        }
    }

    private static void reportOnTrial(ModelStatus status, Duration took) {
        if (status.state() == State.WARM) {
            log.info("{}", String.format(Locale.ROOT, "%s … ✓ %.2f s (on trial)", status.label(), took.toNanos() / 1e9));
        }
    }

    /** What is declared, replaced by what is known of it; ordered by label. */
    List<ModelStatus> status(Collection<? extends Resident<?>> residents) {
        Map<String, ModelStatus> byModel = new TreeMap<>();
        declared.get().forEach(status -> byModel.put(key(status), status));
        residents.stream().filter(resident -> !resident.heldBack()).map(Resident::status).forEach(status -> byModel.put(key(status), status));
        return byModel.values().stream().sorted(Comparator.comparing(ModelStatus::label)).toList();
    }

    /** Of those that are there now: what came and went meanwhile is counted on neither side. */
    synchronized String line(Resident<?> warm, Duration took) {
        String label = warm.status().label();
        String again = done.merge(label, 1, Integer::sum) > 1 ? " (again)" : "";
        List<ModelStatus> all = status(List.of(warm));
        long known = all.stream().filter(status -> done.containsKey(status.label())).count();
        return String.format(Locale.ROOT, "%d/%d %s … ✓ %.2f s%s", known, all.size(), label, took.toNanos() / 1e9, again);
    }

    private static String key(ModelStatus status) {
        return status.owner() + " " + status.label();
    }
}
