package switchboard.operations.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.call.TurnLedger;

/** Counts what happens in calls. Every label is bounded. Thread-safe, and never blocks. */
final class CallMetrics implements CallObserver {

    /** In seconds; the promise is 0.8 from voice to voice, so most of them lie below. */
    private static final double[] SECONDS = {.005, .01, .025, .05, .1, .15, .2, .3, .4, .5, .6, .8, 1, 1.5, 2, 3, 5, 10};
    private static final Set<String> PARTS = Set.of("endpointing", "stt", "llm", "clause", "tts", "playout");
    /** Every exchange of a model brings a new owner. */
    private static final int OWNERS = 100;
    private static final int STATUSES = 20;
    private static final int REASONS = 30;

    private final Predicate<String> isCompany;
    private final Bounded owners = new Bounded(OWNERS);
    private final Bounded statuses = new Bounded(STATUSES);
    private final Bounded reasons = new Bounded(REASONS);

    private final Counter opened;
    private final Counter closed;
    private final Counter refused;
    private final Counter turns;
    private final Counter speculated;
    private final Histogram parts;
    private final Histogram totals;

    /** @param isCompany whether a company of this id is configured; all others are counted as one */
    CallMetrics(PrometheusRegistry registry, Predicate<String> isCompany) {
        this.isCompany = isCompany;
        opened = counter("switchboard_calls_opened", "Calls that were opened.", "company").register(registry);
        closed = counter("switchboard_calls_closed", "Calls that have ended, by why.", "company", "reason").register(registry);
        refused = counter("switchboard_calls_refused", "Calls that were refused, by the status of the answer and why.", "company", "status", "reason").register(registry);
        turns = counter("switchboard_turns", "What became of turns: answered, interrupted, failed.", "company", "outcome").register(registry);
        speculated = counter("switchboard_turns_speculated", "Answered turns whose answer was prepared before they were over.", "company").register(registry);
        parts = histogram("switchboard_turn_part_seconds", "Where the time of answered turns went, and who used it.", "company", "part", "owner")
                .register(registry);
        totals = histogram("switchboard_turn_seconds", "From the caller's last speech to the first audible sample.", "company").register(registry);
    }

    @Override
    public void opened(CallInfo call) {
        opened.labelValues(company(call)).inc();
    }

    @Override
    public void closed(CallInfo call, String reason) {
        closed.labelValues(company(call), EndReason.of(reason).label()).inc();
    }

    @Override
    public void refused(Optional<String> company, int status, String reason) {
        refused.labelValues(company.map(this::company).orElse(Bounded.OTHER), statuses.of(String.valueOf(status)), reasons.of(reason)).inc();
    }

    @Override
    public void happened(CallInfo call, CallEvent event) {
        if (event instanceof CallEvent.TurnMeasured measured) {
            answered(company(call), measured.ledger());
        } else if (event instanceof CallEvent.Interrupted) {
            turns.labelValues(company(call), "interrupted").inc();
        } else if (event instanceof CallEvent.Failure) {
            turns.labelValues(company(call), "failed").inc();
        }
    }

    private void answered(String company, TurnLedger ledger) {
        turns.labelValues(company, "answered").inc();
        if (ledger.speculated()) {
            speculated.labelValues(company).inc();
        }
        for (TurnLedger.Part part : ledger.parts()) {
            String name = PARTS.contains(part.name()) ? part.name() : Bounded.OTHER;
            parts.labelValues(company, name, owners.of(part.owner())).observe(seconds(part.duration()));
        }
        totals.labelValues(company).observe(seconds(ledger.total()));
    }

    private String company(CallInfo call) {
        return company(call.company());
    }

    private String company(String id) {
        return isCompany.test(id) ? id : Bounded.OTHER;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Counter.Builder counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels);
    }

    private static Histogram.Builder histogram(String name, String help, String... labels) {
        return Histogram.builder().name(name).help(help).labelNames(labels).classicOnly().classicUpperBounds(SECONDS);
    }
}
