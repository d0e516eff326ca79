package switchboard.llm.openai;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;

/** One request to an endpoint, until its answer has ended, failed or been cancelled. Thread-safe. */
final class Exchange implements Generation {

    private static final int OK = 200;

    private final Inquiry inquiry;
    private final Events events;
    private final Reasons reasons;
    private final Deadlines deadlines;
    private final Watch watch;
    private final Consumer<Exchange> gone;

    private Optional<Body> body = Optional.empty();
    private Optional<CompletableFuture<?>> sent = Optional.empty();
    private boolean repeated;
    private boolean renamed;
    private boolean refused;
    private boolean hungUp;

    /** @param gone hears when the connection is no longer used */
    Exchange(Inquiry inquiry, Events events, Reasons reasons, Deadlines deadlines, ScheduledExecutorService timer,
            Consumer<Exchange> gone) {
        this.inquiry = inquiry;
        this.events = events;
        this.reasons = reasons;
        this.deadlines = deadlines;
        this.gone = gone;
        watch = new Watch(deadlines, timer, (what, limit) -> fail(reasons.late(what, limit)));
    }

    void start(HttpClient client) {
        watch.start();
        send(client, inquiry.request());
    }

    /** Without effect once the answer has ended; the connection is then free for the next. */
    @Override
    public void close() {
        if (events.silence()) {
            hangUp();
        }
    }

    void fail(String reason) {
        events.last(new GenerationEvent.Failed(reason));
        hangUp();
    }

    private void send(HttpClient client, HttpRequest request) {
        CompletableFuture<HttpResponse<Void>> response = client.sendAsync(request, this::answered);
        boolean late;
        synchronized (this) {
            sent = Optional.of(response);
            late = hungUp;
        }
        if (late) {
            response.cancel(true);
        }
        response.whenComplete((ended, failure) -> {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            next(request, cause).ifPresentOrElse(next -> send(client, next), () -> leave(cause));
        });
    }

    private HttpResponse.BodySubscriber<Void> answered(HttpResponse.ResponseInfo info) {
        String contentType = info.headers().firstValue("Content-Type").orElse("of no type");
        Body reading = new Body(info.statusCode() == OK
                ? new StreamedAnswer(events, reasons, inquiry.offer(), contentType, watch::alive, this::fail)
                : new ErrorBody(text -> refused(info.statusCode(), text)));
        synchronized (this) {
            body = Optional.of(reading);
            if (hungUp) {
                reading.hangUp();
            }
        }
        return reading;
    }

    private void refused(int status, String error) {
        synchronized (this) {
            if (!renamed && TokenLimit.isAbout(status, error)) {
                renamed = true;
                refused = true;
                return;
            }
        }
        fail(reasons.status(status, error));
    }

    /** What to send after a request that led to nothing, if anything; each kind of repetition happens once. */
    private synchronized Optional<HttpRequest> next(HttpRequest request, @Nullable Throwable failure) {
        if (!repeated && isStale(failure)) {
            repeated = true;
            return Optional.of(request);
        }
        if (refused && failure == null && !hungUp) {
            refused = false;
            body = Optional.empty();
            return Optional.of(inquiry.otherwise().get());
        }
        return Optional.empty();
    }

    /**
     * The server may have closed a connection that waited since the last call; the client notices only on use, and repeats
     * no POST on its own. A question asked twice does no harm.
     */
    private boolean isStale(@Nullable Throwable failure) {
        boolean unreachable = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLException;
        return failure instanceof IOException && !unreachable && body.isEmpty() && !hungUp && !events.over();
    }

    private void leave(@Nullable Throwable failure) {
        watch.close();
        if (failure != null) {
            events.last(new GenerationEvent.Failed(reasons.unreachable(failure, deadlines)));
        }
        gone.accept(this);
    }

    private void hangUp() {
        Optional<Body> reading;
        Optional<CompletableFuture<?>> sending;
        synchronized (this) {
            hungUp = true;
            reading = body;
            sending = sent;
        }
        watch.close();
        reading.ifPresent(Body::hangUp);
        sending.ifPresent(response -> response.cancel(true));
    }
}
