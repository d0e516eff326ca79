package switchboard.llm.openai;

import com.google.gson.JsonParseException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Secrets;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;

/**
 * Asks the endpoint that a request's settings name, and streams its answer. Thread-safe. No thread waits for an answer: a few
 * serve all of them, as their bytes arrive.
 */
final class OpenAiChat implements LanguageModel, AutoCloseable {

    /** More answers at a time than this are refused: some other model may have room. */
    static final int MOST_AT_ONCE = 64;

    private static final int THREADS = 4;
    private static final Logger log = LoggerFactory.getLogger(OpenAiChat.class);

    private final Secrets secrets;
    private final HttpClient client;
    private final Deadlines deadlines;
    private final ScheduledThreadPoolExecutor timer = timer();
    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    /** By endpoint and model; as many as the companies configure. */
    private final Map<String, TokenLimit> tokenLimits = new ConcurrentHashMap<>();
    private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();
    private final AtomicInteger places = new AtomicInteger(MOST_AT_ONCE);
    private volatile boolean closed;

    private OpenAiChat(Deadlines deadlines, Secrets secrets) {
        this.secrets = secrets;
        this.deadlines = deadlines;
        client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)                  // the upgrade to HTTP/2 over plain HTTP confuses some servers
                .followRedirects(Redirect.NEVER)            // the key goes to the configured endpoint only
                .connectTimeout(deadlines.connect())
                .executor(executor())
                .build();
    }

    /**
     * Makes the client and reads a first chunk, which loads what the first call would have to wait for.
     *
     * @param secrets asked at each request
     */
    static OpenAiChat open(Deadlines deadlines, Secrets secrets) {
        String text = Chunk.parse("{\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}").text();
        if (!text.equals("Hello")) {
            throw new JsonParseException("a chunk that says Hello was read as: " + text);
        }
        return new OpenAiChat(deadlines, secrets);
    }

    /** Somebody else's machine thinks. */
    @Override
    public boolean serves(LanguageModelSettings settings) {
        return settings.endpoint().isPresent();
    }

    @Override
    public boolean takesGuesses() {
        return true;
    }

    @Override
    public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        Events events = new Events(listener);
        try {
            return start(request, events);
        } catch (Refusal refusal) {
            timer.execute(() -> events.last(new GenerationEvent.Failed(refusal.getMessage())));
            return events::silence;
        }
    }

    private Generation start(ChatRequest request, Events events) throws Refusal {
        Endpoint endpoint = Endpoint.of(request.settings(), secrets);
        warnIfExposed(endpoint, request);
        Reasons reasons = new Reasons(Endpoint.host(endpoint.address()), request.settings().secret(),
                new Confidential(request, endpoint.authorization()));
        Exchange exchange = new Exchange(inquiry(endpoint, request), events, reasons, deadlines, timer, this::gone);
        if (places.getAndDecrement() <= 0) {
            places.incrementAndGet();
            throw new Refusal("all " + MOST_AT_ONCE + " places for answers under way are taken: take fewer calls at a time");
        }
        running.add(exchange);
        exchange.start(client);
        return exchange;
    }

    private Inquiry inquiry(Endpoint endpoint, ChatRequest request) throws Refusal {
        String asked = endpoint.address() + " " + request.settings().model().orElse("");
        TokenLimit limit = tokenLimits.getOrDefault(asked, TokenLimit.MAX_TOKENS);
        Prompt prompt = Prompt.of(request);
        return new Inquiry(endpoint.post(prompt.json(limit)), () -> {
            tokenLimits.put(asked, limit.other());
            return endpoint.post(prompt.json(limit.other()));
        }, Offer.of(request));
    }

    private void warnIfExposed(Endpoint endpoint, ChatRequest request) {
        if (endpoint.exposesKey() && warnedOf.add(endpoint.toString())) {
            log.warn("event=key-exposed host={} secret={}: the key goes over plain HTTP; set llm.endpoint to an https address",
                    endpoint, request.settings().secret().orElse(""));
        }
    }

    private void gone(Exchange exchange) {
        if (running.remove(exchange)) {
            places.incrementAndGet();
        }
    }

    /** Answers under way fail. The threads end by themselves, some seconds after their last work. */
    @Override
    public void close() {
        closed = true;
        running.forEach(exchange -> exchange.fail("the model is being retired: another one answers"));
        timer.shutdownNow();
    }

    private static ThreadPoolExecutor executor() {
        // The queue is bounded by the places, not by itself: the HTTP client cannot bear that a task is refused.
        ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                named("llm-openai-"));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("llm-openai-timer-"));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
