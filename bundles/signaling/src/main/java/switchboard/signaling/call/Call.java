package switchboard.signaling.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallTap;
import switchboard.api.call.Conversation;
import switchboard.api.call.Conversations;
import switchboard.api.call.MediaTransport;
import switchboard.api.call.OfferRejectedException;
import switchboard.api.company.Company;
import switchboard.signaling.rtvi.ServerMessages;

/**
 * One call: a conversation, and the line that carries it. When a client reconnects it gets another line to the same
 * conversation. Thread-safe; closing happens on the given executor, never on a media thread.
 */
public final class Call {

    private static final Logger log = LoggerFactory.getLogger(Call.class);

    /** So that the last message leaves before its channel closes. */
    private static final Duration FAREWELL = Duration.ofMillis(100);

    private final String id;
    private final Company company;
    private final Optional<String> session;
    private final MediaTransport transport;
    private final ScheduledExecutorService executor;
    private final ServerMessages messages;
    private final Talk talk;
    private final Consumer<Call> whenClosed;
    private final Observers observers;
    private final Pace pace;
    private final CallInfo info;
    private final Conversation conversation;
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Boolean> released = new CompletableFuture<>();
    private volatile @Nullable Line line;

    /** What calls share. */
    record Exchange(MediaTransport transport, Conversations conversations, ScheduledExecutorService executor, ServerMessages messages,
            String version, Observers observers, Pace pace) {}

    Call(String id, Company company, Optional<String> session, Exchange exchange, Consumer<Call> whenClosed) {
        this.id = id;
        this.company = company;
        this.session = session;
        this.transport = exchange.transport();
        this.executor = exchange.executor();
        this.messages = exchange.messages();
        this.whenClosed = whenClosed;
        this.observers = exchange.observers();
        this.pace = exchange.pace();
        this.info = new CallInfo(id, company.id());
        List<CallTap.Ear> ears = observers.ears(info, company);
        observers.tell(observer -> observer.opened(info));
        Conversation opened = exchange.conversations().open(id, company, this::tell);
        this.conversation = ears.isEmpty() ? opened : new Tapped(opened, ears);
        this.talk = new Talk(company, conversation, messages, exchange.version());
    }

    public String id() {
        return id;
    }

    public Company company() {
        return company;
    }

    /** The session it was opened with, if any: only who knows it may go on with the call. */
    public Optional<String> session() {
        return session;
    }

    /**
     * Opens a line; the one before is closed.
     *
     * @return the line's id and the answer
     */
    public Answer connect(String offerSdp) throws OfferRejectedException {
        Line next = new Line(id + "-" + lines.incrementAndGet(), this, conversation, talk, executor);
        next.carriedBy(transport.answer(offerSdp, next));
        Line before = line;
        line = next;
        if (before != null) {
            executor.execute(before::close);
        }
        if (closed.get()) {
            executor.execute(next::close);
        }
        return next.answer();
    }

    /** The answer to an offer. */
    public record Answer(String pcId, String sdp) {}

    /** The stored answer of the line with this id, if it is the current one. */
    Answer answer() {
        Line current = line;
        if (current == null) {
            throw new IllegalStateException("the call has no line yet");
        }
        return current.answer();
    }

    public void addCandidate(String candidate, String sdpMid, int sdpMLineIndex) {
        Line current = line;
        if (current != null) {
            current.addCandidate(candidate, sdpMid, sdpMLineIndex);
        }
    }

    /** Ends the call. Returns at once; closing twice has no effect. */
    public void close(String reason) {
        if (closed.compareAndSet(false, true)) {
            log.info("call={} company={} ended reason=\"{}\"", id, company.id(), reason);
            conversation.close();
            observers.tell(observer -> observer.closed(info, reason));
            Line current = line;
            if (current != null) {
                current.send(ServerMessages.PEER_LEFT);
                executor.schedule(() -> hangUp(current), FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                released.complete(true);
            }
            whenClosed.accept(this);
        }
    }

    /** Tells the caller why the call ends now, and ends it. */
    void goodbye(String reason, String words) {
        Line current = line;
        if (current != null && !closed.get()) {
            current.send(messages.fatal(words));
        }
        close(reason);
    }

    /** Completed when the call, once closed, holds nothing any more. */
    CompletableFuture<Boolean> released() {
        return released;
    }

    /** Whether this is the line of the open call, and not one that was replaced. */
    boolean isCarriedBy(Line candidate) {
        return line == candidate && !closed.get();
    }

    private void hangUp(Line last) {
        try {
            last.close();
        } finally {
            released.complete(true);
        }
    }

    private void tell(CallEvent event) {
        observers.tell(observer -> observer.happened(info, event));
        Line current = line;
        if (current != null) {
            messages.of(event).forEach(current::send);
        }
        if (event instanceof CallEvent.TurnMeasured turn) {
            pace.measured(turn.ledger());
        } else if (event instanceof CallEvent.Ended ended) {
            close(ended.reason());
        }
    }
}
