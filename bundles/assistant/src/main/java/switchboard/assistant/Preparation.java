package switchboard.assistant;

import java.util.Map;
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
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.Models;

/**
 * Shows each company's core to the language model that it chose, before its first caller waits for it to be read; and asks for
 * that model at all, which is when one that loads on demand begins.
 */
@Component(immediate = true, service = {})
public final class Preparation {

    private static final Logger log = LoggerFactory.getLogger(Preparation.class);
    private static final long LOOK_EVERY_MS = 1000;

    /** What a model was shown last for a company. */
    private record Shown(String owner, String core) {}

    private final Companies companies;
    private final Models models;
    private final Map<String, Shown> shown = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "assistant-prepare");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Preparation(@Reference Companies companies, @Reference Models models) {
        this.companies = companies;
        this.models = models;
        watcher.scheduleWithFixedDelay(this::lookAtAll, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        watcher.shutdownNow();
    }

    void lookAtAll() {
        companies.all().forEach(company -> {
            try {
                look(company);
            } catch (RuntimeException e) {
                log.warn("company={} event=not-prepared error={}", company.id(), e.toString());
            }
        });
    }

    private void look(Company company) {
        models.lease(LanguageModel.class, company.models().languageModel()).ifPresent(lease -> {
            try (lease) {
                Shown now = new Shown(lease.owner(), CorePrompt.of(company));
                if (!now.equals(shown.put(company.id(), now))) {
                    lease.model().prepare(now.core());
                }
            }
        });
    }
}
