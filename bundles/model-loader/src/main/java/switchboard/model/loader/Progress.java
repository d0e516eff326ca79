package switchboard.model.loader;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;

/** Tells how far the models have come, one line as each is warm: {@code 2/5 Smart Turn v3.2 … ✓ 0.11 s}. */
final class Progress {

    private static final Logger log = LoggerFactory.getLogger("switchboard.models");

    private final DeclaredModels declared;
    private final Map<String, Integer> done = new ConcurrentHashMap<>();

    Progress(DeclaredModels declared) {
        this.declared = declared;
    }

    void report(Resident<?> resident, Duration took) {
        List<ModelStatus> all = status(List.of(resident));
        ModelStatus status = resident.status();
        if (resident.heldBack()) {
            reportOnTrial(status, took); // what fails there is told by who tries it
        } else if (status.state() == State.WARM) {
            log.info("{}", line(done.merge(status.label(), 1, Integer::sum), all.size(), status.label(), took));
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
        declared.list().forEach(status -> byModel.put(key(status), status));
        residents.stream().filter(resident -> !resident.heldBack()).map(Resident::status).forEach(status -> byModel.put(key(status), status));
        return byModel.values().stream().sorted(Comparator.comparing(ModelStatus::label)).toList();
    }

    private String line(int times, int total, String label, Duration took) {
        String again = times > 1 ? " (again)" : "";
        return String.format(Locale.ROOT, "%d/%d %s … ✓ %.2f s%s", done.size(), total, label, took.toNanos() / 1e9, again);
    }

    private static String key(ModelStatus status) {
        return status.owner() + " " + status.label();
    }
}
