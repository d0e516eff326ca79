package switchboard.conversation.speech;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.TextToSpeech;

/** Speaks every company's greeting into the cache, as soon as a voice is there: the first caller does not wait for it. */
@Component(service = Greetings.class, immediate = true)
public final class Greetings {

    private static final Logger log = LoggerFactory.getLogger(Greetings.class);

    private final Companies companies;
    private final Synthesis synthesis;
    private final ExecutorService executor = new ThreadPoolExecutor(0, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
        Thread thread = new Thread(task, "greetings");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Greetings(@Reference Companies companies, @Reference Synthesis synthesis) {
        this.companies = companies;
        this.synthesis = synthesis;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindVoice(TextToSpeech voice) {
        executor.execute(() -> companies.all().forEach(this::prepare));
    }

    void unbindVoice(TextToSpeech voice) {
        // the cache's keys name their voice
    }

    @Deactivate
    void stop() {
        executor.shutdownNow();
    }

    /** Prepares a company whose call is about to begin. Returns at once. */
    public void expect(Company company) {
        executor.execute(() -> prepare(company));
    }

    private void prepare(Company company) {
        if (company.greeting().isBlank()) {
            return;
        }
        try {
            synthesis.speak("", company, company.greeting(), true, (samples, owner) -> true);
        } catch (SpeechException | RuntimeException e) {
            log.warn("company={} greeting could not be prepared reason=\"{}\"", company.id(), e.getMessage());
        }
    }
}
