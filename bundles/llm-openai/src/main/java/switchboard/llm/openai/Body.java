package switchboard.llm.openai;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Feeds a response's body to a sink, without a thread that waits for it, and can hang up at any moment. Thread-safe. */
final class Body implements BodySubscriber<Void> {

    private final Sink sink;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Optional<Subscription> subscription = Optional.empty();
    private boolean hungUp;

    Body(Sink sink) {
        this.sink = sink;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return ended;
    }

    @Override
    public void onSubscribe(Subscription to) {
        boolean late;
        synchronized (this) {
            late = hungUp || subscription.isPresent();
            if (!late) {
                subscription = Optional.of(to);
            }
        }
        if (late) {
            to.cancel();
        } else {
            to.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        bytes.forEach(sink::take);
        open().ifPresent(more -> more.request(1));
    }

    @Override
    public void onComplete() {
        if (open().isPresent()) {
            sink.end();
        }
        ended.complete(null);
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    /** Closes the connection; the sink hears no more. */
    void hangUp() {
        Optional<Subscription> cancelled;
        synchronized (this) {
            hungUp = true;
            cancelled = subscription;
        }
        cancelled.ifPresent(Subscription::cancel);
        ended.complete(null);
    }

    private synchronized Optional<Subscription> open() {
        return hungUp ? Optional.empty() : subscription;
    }
}
