package switchboard.knowledge;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyInspector;
import switchboard.api.company.CompanyListener;
import switchboard.api.company.CompanyProblem;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.knowledge.Passage;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStore;
import switchboard.api.model.Models;

/**
 * Keeps one index per company, made anew in the background when its documents change; the old one answers until the new one
 * is complete. Documents that cannot be read are named among the company's problems and left out. Thread-safe.
 */
@Component(immediate = true)
public final class CompanyKnowledge implements Knowledge, CompanyInspector, CompanyListener {

    private static final Logger log = LoggerFactory.getLogger(CompanyKnowledge.class);
    private static final long LOOK_EVERY_MS = 500;
    private static final int MOST_PROBLEMS = 50;

    /** Many times what an embedder takes; without it a question is looked for by its words. */
    private static final Duration TO_UNDERSTAND = Duration.ofMillis(300);
    /** Whoever indexes has more time than a caller. */
    private static final Duration TO_INDEX = Duration.ofSeconds(10);

    /**
     * An index and what it was made from.
     *
     * @param fingerprint of the documents
     * @param embedder    whose vectors it has
     */
    private record Indexed(String fingerprint, Embedder embedder, PassageIndex index) {}

    /** Read by the first company that needs them. */
    private static final class Fitted {

        private static final Matters MATTERS = Matters.fitted();
    }

    private final Companies companies;
    private final Models models;
    private final Meanings meanings;
    private final Embeddings embeddings;
    private final Map<String, Indexed> indexes = new ConcurrentHashMap<>();
    private final Map<String, List<CompanyProblem>> problems = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watcher = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "knowledge-index");
        thread.setDaemon(true);
        return thread;
    }, new ThreadPoolExecutor.DiscardPolicy()); // told of a change while it stops
    /** Whether a look is on its way: two hundred companies that change together need one, not two hundred. */
    private final AtomicBoolean lookIsDue = new AtomicBoolean();

    @Activate
    public CompanyKnowledge(@Reference Companies companies, @Reference Models models, @Reference ModelStore store) {
        this(companies, models, new Embeddings(store));
        watcher.scheduleWithFixedDelay(this::lookAtAll, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Looks only when told to. */
    CompanyKnowledge(Companies companies, Models models, Embeddings embeddings) {
        this.companies = companies;
        this.models = models;
        this.meanings = new Meanings(models);
        this.embeddings = embeddings;
    }

    @Override
    public List<Passage> search(Company company, String question, int limit) {
        Indexed indexed = indexes.get(company.id());
        if (indexed == null || question.isBlank()) {
            return List.of();
        }
        return meanings.ofQuestion(question, indexed.embedder(), TO_UNDERSTAND).map(meaning -> indexed.index().search(question, meaning, limit))
                .orElseGet(() -> indexed.index().searchWords(question, limit));
    }

    @Override
    public List<CompanyProblem> problems() {
        return problems.values().stream().flatMap(List::stream).toList();
    }

    /** Its documents, until they were indexed once, or could not be. */
    @Override
    public List<String> awaited(Company company) {
        return company.knowledge().isEmpty() || problems.containsKey(company.id()) ? List.of() : List.of("its documents");
    }

    /** Looks at once, not at the next round: callers may be waiting. */
    @Override
    public void changed(Company company) {
        lookSoon();
    }

    @Override
    public void removed(String id) {}

    @Reference(service = TextEmbedder.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindEmbedder(ServiceReference<TextEmbedder> embedder) {
        lookSoon();
    }

    void unbindEmbedder(ServiceReference<TextEmbedder> embedder) {}

    /** Indexing is interrupted; what fails because of that is nobody's problem. */
    private void lookSoon() {
        if (lookIsDue.compareAndSet(false, true)) {
            watcher.execute(() -> {
                lookIsDue.set(false);
                lookAtAll();
            });
        }
    }

    @Deactivate
    void stop() {
        watcher.shutdownNow();
    }

    void lookAtAll() {
        try {
            companies.all().forEach(this::look);
            indexes.keySet().removeIf(this::knowsNothing);
            problems.keySet().removeIf(this::knowsNothing);
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again.
            if (!watcher.isShutdown()) {
                log.error("event=look-failed", e);
            }
        }
    }

    private boolean knowsNothing(String id) {
        return companies.find(id).flatMap(Company::knowledge).isEmpty();
    }

    private void look(Company company) {
        company.knowledge().ifPresent(folder -> models.lease(TextEmbedder.class, "").ifPresent(lease -> {
            try (lease) {
                String fingerprint = company.language() + "\n" + Folder.fingerprint(folder);
                Embedder embedder = Embedder.of(lease);
                lease.onlyLooked();
                Indexed before = indexes.get(company.id());
                if (before == null || !before.embedder().equals(embedder) || !before.fingerprint().equals(fingerprint)) {
                    index(company, Folder.read(folder), fingerprint, embedder);
                }
            } catch (IOException | RuntimeException e) {
                if (watcher.isShutdown()) {
                    return;
                }
                String reason = "cannot be indexed (%s); the last index answers".formatted(e);
                problems.put(company.id(), List.of(new CompanyProblem(company.id(), folder.toString(), reason)));
            }
        }));
    }

    private void index(Company company, Folder.Contents contents, String fingerprint, Embedder embedder) throws IOException {
        List<Embeddings.Embedded> embedded = embeddings.of(contents.documents(), embedder, text -> meanings.of(text, embedder, TO_INDEX));
        PassageIndex index = new PassageIndex(embedded, company.language(), matters(company.language(), embedder));
        indexes.put(company.id(), new Indexed(fingerprint, embedder, index));
        log.info("company={} event=indexed documents={} passages={}", company.id(), embedded.size(), index.size());
        problems.put(company.id(), skipped(company, contents.skipped()));
    }

    /** What the matters were fitted to is no other's vectors, and no other language. */
    private Optional<Matters> matters(String language, Embedder embedder) {
        return Optional.of(Matters.EMBEDDER).filter(fitted -> language.equals(Matters.LANGUAGE)).flatMap(fitted -> models.lease(TextEmbedder.class, fitted)).filter(lease -> {
            try (lease) {
                lease.onlyLooked();
                return embedder.isLent(lease);
            }
        }).map(lease -> Fitted.MATTERS).filter(fitted -> fitted.dimensions() == embedder.dimensions());
    }

    /** Each file that is not read; of a folder that was not meant, the first are enough to notice it. */
    private static List<CompanyProblem> skipped(Company company, List<Folder.Skipped> files) {
        List<CompanyProblem> found = files.stream().limit(MOST_PROBLEMS).map(file -> new CompanyProblem(company.id(), file.file(), file.reason()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (files.size() > MOST_PROBLEMS) {
            found.add(new CompanyProblem(company.id(), "knowledge", "%d more files are not read; is this the right folder?".formatted(files.size() - MOST_PROBLEMS)));
        }
        return found;
    }
}
