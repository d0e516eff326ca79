package switchboard.signaling.call;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.Conversations;
import switchboard.api.call.Lines;
import switchboard.api.call.MediaTransport;
import switchboard.api.call.OfferRejectedException;
import switchboard.api.company.Company;
import switchboard.signaling.call.Call.Answer;
import switchboard.signaling.call.Call.Exchange;
import switchboard.signaling.http.Refusal;
import switchboard.signaling.http.Refusal.Reason;
import switchboard.signaling.rtvi.ServerMessages;

/** Every open call, and whether there is room for another. Thread-safe. */
public final class Calls implements Lines, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private static final int RETRY_SECONDS = 5;
    private static final int CLOSING_SECONDS = 5;
    private static final String GOODBYE = "This server is being stopped. Please call again in a moment.";

    private final Exchange exchange;
    private final ScheduledExecutorService executor;
    private final Limits limits;
    private final Pace pace;
    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private final Session.Book sessions = new Session.Book(System::nanoTime);
    private final SecureRandom random = new SecureRandom();
    private volatile boolean draining;

    /**
     * How many calls there may be at once, of all companies.
     *
     * @param most   never more
     * @param always so many are taken however slow the machine is
     * @param slow   beyond these, none is taken while callers wait for so long, on average, for what this machine computes; zero: no limit
     */
    public record Limits(int most, int always, Duration slow) {}

    public Calls(MediaTransport transport, Conversations conversations, Observers observers, Limits limits, String version) {
        this.limits = limits;
        this.pace = new Pace(limits.slow(), System::nanoTime);
        this.executor = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "calls");
            thread.setDaemon(true);
            return thread;
        });
        this.exchange = new Exchange(transport, conversations, executor, new ServerMessages(Clock.systemUTC()), version, observers, pace);
    }

    /** Promises a call; whether there is room is decided here and again when it comes. */
    public Session start(Company company) throws Refusal {
        requireRoom(company);
        return sessions.open(company.id());
    }

    /** The session with this id, unless it was not used in time, or its call has ended. */
    public Optional<Session> session(String id) {
        return sessions.find(id, ofSession(id).isPresent());
    }

    /** The open call that a line's id belongs to. */
    public Optional<Call> find(String pcId) {
        int end = pcId.lastIndexOf('-');
        return end < 0 ? Optional.empty() : Optional.ofNullable(calls.get(pcId.substring(0, end)));
    }

    /**
     * Opens a call.
     *
     * @param session the session it belongs to, if any; a session has one call, so one that is open already ends
     */
    public Answer open(Company company, Optional<String> session, String offerSdp) throws Refusal {
        session.flatMap(this::ofSession).ifPresent(before -> before.close("the caller begins anew"));
        Call call;
        synchronized (this) {
            requireRoom(company);
            call = new Call(newId(), company, session, exchange, closed -> calls.remove(closed.id()));
            calls.put(call.id(), call);
        }
        log.info("call={} company={} opened open={}", call.id(), company.id(), calls.size());
        Answer answer = connect(call, offerSdp, true);
        session.ifPresent(sessions::use);
        return answer;
    }

    /** Answers the offer of a client that lost its line; the conversation goes on. */
    public Answer reconnect(Call call, String offerSdp) throws Refusal {
        log.info("call={} reconnects", call.id());
        return connect(call, offerSdp, false);
    }

    /** A re-offer on the same line gets the same answer again: media is never renegotiated. */
    public Answer again(Call call) {
        return call.answer();
    }

    @Override
    public int open() {
        return calls.size();
    }

    @Override
    public int most() {
        return limits.most();
    }

    @Override
    public boolean isDraining() {
        return draining;
    }

    @Override
    public void drain() {
        draining = true;
    }

    /** Ends every call; waits until all are released, a few seconds at most. */
    @Override
    public void close() {
        List<Call> open = List.copyOf(calls.values());
        open.forEach(call -> call.goodbye("the server stops", GOODBYE));
        try {
            CompletableFuture.allOf(open.stream().map(Call::released).toArray(CompletableFuture<?>[]::new)).get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("calls={} not all could be closed in time", open.size(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
    }

    private Answer connect(Call call, String offerSdp, boolean first) throws Refusal {
        try {
            return call.connect(offerSdp);
        } catch (OfferRejectedException e) {
            if (first) {
                call.close("its offer was refused");
            }
            throw Refusal.of(Reason.OFFER_REJECTED, e.getMessage()).at(call.company().id());
        } catch (RuntimeException e) {
            call.close("its offer could not be answered");
            throw e;
        }
    }

    private Optional<Call> ofSession(String session) {
        return calls.values().stream().filter(call -> call.session().equals(Optional.of(session))).findFirst();
    }

    private void requireRoom(Company company) throws Refusal {
        if (draining) {
            throw Refusal.later(Reason.DRAINING, "this server is about to stop, please call again in a moment", RETRY_SECONDS).at(company.id());
        }
        if (calls.size() >= limits.most()) {
            throw Refusal.later(Reason.SERVER_BUSY, "all lines of this server are busy, please call again in a moment", RETRY_SECONDS).at(company.id());
        }
        if (calls.size() >= limits.always() && pace.isSlow()) {
            throw Refusal.later(Reason.SERVER_SLOW, "this server has as many calls as it can answer at once, please call again in a moment", RETRY_SECONDS)
                    .at(company.id());
        }
        long ofCompany = calls.values().stream().filter(call -> call.company().id().equals(company.id())).count();
        if (ofCompany >= company.limits().calls()) {
            throw Refusal.later(Reason.COMPANY_BUSY, "all lines of " + company.name() + " are busy, please call again in a moment", RETRY_SECONDS)
                    .at(company.id());
        }
    }

    private String newId() {
        byte[] id = new byte[8];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
