package switchboard.conversation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.assistant.Assistant;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversation;
import switchboard.api.call.Conversations;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.MetricSource;
import switchboard.api.model.ModelThreads;
import switchboard.api.model.Models;
import switchboard.conversation.foresight.SpareTime;
import switchboard.conversation.recognition.Patience;
import switchboard.conversation.recognition.Recognition;
import switchboard.conversation.speech.Greetings;
import switchboard.conversation.speech.Synthesis;

/** Opens conversations, and owns the threads on which their models are asked. Thread-safe. */
@Component
public final class LiveConversations implements Conversations, MetricSource {

    /** Transcribing and judging one pause go on side by side; more threads than cores only make both late. */
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int MOST_WAITING = 128;

    private final Services services;
    private final Greetings greetings;
    private final ThreadPoolExecutor executor = pool();
    private final ExecutorService spare = spare();
    private final Set<LiveConversation> open = ConcurrentHashMap.newKeySet();
    private final SpareTime spareTime = new SpareTime() {
        @Override
        public void execute(Runnable task) {
            whenIdle(task);
        }

        @Override
        public boolean isAmple() {
            return open.size() == 1;
        }
    };

    /**
     * What every conversation asks.
     *
     * @param threads  on which recognisers and detectors work
     * @param patience with recognisers
     */
    record Services(Models models, ModelThreads threads, Patience patience, Companies companies, Assistant assistant, Synthesis synthesis) {}

    @Activate
    public LiveConversations(@Reference Models models, @Reference Companies companies, @Reference Assistant assistant,
            @Reference Synthesis synthesis, @Reference Greetings greetings, @Reference Patience patience) {
        this.services = new Services(models, new ModelThreads(), patience, companies, assistant, synthesis);
        this.greetings = greetings;
    }

    @Override
    public Conversation open(String callId, Company company, Consumer<CallEvent> listener) {
        greetings.expect(company);
        Recognition recognition = new Recognition(callId, services.models(), executor, services.threads(), services.patience());
        LiveConversation conversation =
                new LiveConversation(callId, company, services, recognition, executor, spareTime, listener, open::remove);
        open.add(conversation);
        conversation.start();
        return conversation;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric.Gauge("switchboard_recognition_waiting",
                        "Questions to recognisers, turn detectors and assistants that wait for a thread.", Map.of(), executor.getQueue().size()),
                new Metric.Gauge("switchboard_mailbox_waiting", "Messages, frames among them, that wait for the thread of the call that has the most.",
                        Map.of(), open.stream().mapToInt(LiveConversation::behind).max().orElse(0)));
    }

    @Deactivate
    void stop() {
        open.forEach(LiveConversation::close);
        executor.shutdownNow();
        spare.shutdownNow();
    }

    /** Runs what looks ahead for one call at a time, and where many call only while nobody is answered: it would delay the answer. */
    private void whenIdle(Runnable task) {
        if (open.size() > THREADS && !services.synthesis().rightOfWay().isFree()) {
            throw new RejectedExecutionException("others are answered");
        }
        spare.execute(task);
    }

    private static ExecutorService spare() {
        return new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "foresight");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static ThreadPoolExecutor pool() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
            Thread thread = new Thread(task, "recognition-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
