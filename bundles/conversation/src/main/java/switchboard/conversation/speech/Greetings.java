package switchboard.conversation.speech;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import switchboard.api.company.CompanyListener;
import switchboard.api.tts.SpeechException;
import switchboard.api.tts.TextToSpeech;

/**
 * Speaks companies' greetings into the cache, as soon as a voice is there, and anew when a company changes: the next caller does
 * not wait for it. Of many companies only the first are prepared beforehand, the others when they are called.
 */
@Component(service = {Greetings.class, CompanyListener.class}, immediate = true)
public final class Greetings implements CompanyListener {

    private static final Logger log = LoggerFactory.getLogger(Greetings.class);

    /** The cache has room for them and for what is said in calls. */
    private static final int MOST_BEFOREHAND = 32;

    private final Companies companies;
    private final Synthesis synthesis;
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService executor = new ThreadPoolExecutor(0, 1, 5, TimeUnit.SECONDS, waiting, task -> {
        Thread thread = new Thread(task, "greetings");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicInteger voices = new AtomicInteger();

    @Activate
    public Greetings(@Reference Companies companies, @Reference Synthesis synthesis) {
        this.companies = companies;
        this.synthesis = synthesis;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindVoice(TextToSpeech voice) {
        voices.incrementAndGet();
        executor.execute(() -> companies.all().stream().limit(MOST_BEFOREHAND).forEach(this::prepare));
    }

    void unbindVoice(TextToSpeech voice) {
        voices.decrementAndGet(); // what it has spoken stays: the cache's keys name their voice
    }

    @Deactivate
    void stop() {
        executor.shutdownNow();
    }

    /** What sounds the same as before is in the cache already. While there is no voice, the next one will prepare it. */
    @Override
    public void changed(Company company) {
        if (voices.get() > 0 && waiting.size() < MOST_BEFOREHAND) {
            expect(company);
        }
    }

    /** Prepares a company whose call is about to begin. Returns at once. */
    public void expect(Company company) {
        executor.execute(() -> prepare(company));
    }

    /** Completed when what was expected before is prepared. */
    Future<?> settled() {
        return executor.submit(() -> { });
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
