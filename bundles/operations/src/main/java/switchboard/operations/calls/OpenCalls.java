package switchboard.operations.calls;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;

/** The calls that were opened since this came into being and have not ended. Thread-safe. */
@Component(service = {CallObserver.class, OpenCalls.class}, immediate = true)
public final class OpenCalls implements CallObserver {

    private final Map<String, OpenCall> calls = new ConcurrentHashMap<>();
    private final Clock clock;

    @Activate
    public OpenCalls() {
        this(Clock.systemUTC());
    }

    public OpenCalls(Clock clock) {
        this.clock = clock;
    }

    /** Oldest first. */
    public List<OpenCall> list() {
        return calls.values().stream().sorted(Comparator.comparing(OpenCall::since).thenComparing(OpenCall::id)).toList();
    }

    @Override
    public void opened(CallInfo call) {
        calls.put(call.id(), new OpenCall(call.id(), call.company(), clock.instant(), 0, Duration.ZERO));
    }

    @Override
    public void happened(CallInfo call, CallEvent event) {
        if (event instanceof CallEvent.TurnMeasured measured) {
            calls.computeIfPresent(call.id(), (id, open) -> open.answered(measured.ledger().total()));
        }
    }

    @Override
    public void closed(CallInfo call, String reason) {
        calls.remove(call.id());
    }
}
