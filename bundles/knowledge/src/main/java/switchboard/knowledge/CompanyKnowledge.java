package switchboard.knowledge;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.knowledge.Passage;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;

/**
 * Keeps one index per company, made anew in the background when its documents change; the old one answers until the new one
 * is complete. Thread-safe.
 */
@Component(immediate = true)
public final class CompanyKnowledge implements Knowledge {

    private static final Logger log = LoggerFactory.getLogger(CompanyKnowledge.class);
    private static final long LOOK_EVERY_MS = 500;

    /** An index and the documents it was made from. */
    private record Indexed(String fingerprint, PassageIndex index) {}

    private final Companies companies;
    private final Models models;
    private final Map<String, Indexed> indexes = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "knowledge-index");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public CompanyKnowledge(@Reference Companies companies, @Reference Models models) {
        this.companies = companies;
        this.models = models;
        watcher.scheduleWithFixedDelay(this::lookAtAll, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public List<Passage> search(Company company, String question, int limit) {
        Indexed indexed = indexes.get(company.id());
        Optional<Lease<TextEmbedder>> lease = models.lease(TextEmbedder.class, "");
        if (indexed == null || lease.isEmpty() || question.isBlank()) {
            lease.ifPresent(Lease::close);
            return List.of();
        }
        try (Lease<TextEmbedder> embedder = lease.get()) {
            return indexed.index().search(question, embedder.model().embed(question), limit);
        }
    }

    @Deactivate
    void stop() {
        watcher.shutdownNow();
    }

    private void lookAtAll() {
        companies.all().forEach(this::look);
        indexes.keySet().removeIf(id -> companies.find(id).flatMap(Company::knowledge).isEmpty());
    }

    private void look(Company company) {
        company.knowledge().ifPresent(folder -> models.lease(TextEmbedder.class, "").ifPresent(lease -> {
            try (lease) {
                // Vectors of another embedder do not compare: it belongs to the fingerprint.
                String fingerprint = lease.owner() + "\n" + Folder.fingerprint(folder);
                Indexed before = indexes.get(company.id());
                if (before == null || !before.fingerprint().equals(fingerprint)) {
                    PassageIndex index = new PassageIndex(Folder.read(folder), lease.model()::embed);
                    indexes.put(company.id(), new Indexed(fingerprint, index));
                    log.info("company={} event=indexed passages={}", company.id(), index.size());
                }
            } catch (IOException | RuntimeException e) {
                log.error("company={} event=index-failed folder={}; the last index answers", company.id(), folder, e);
            }
        }));
    }
}
