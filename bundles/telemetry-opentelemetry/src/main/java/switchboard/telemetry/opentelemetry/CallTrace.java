package switchboard.telemetry.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.TurnLedger;

/**
 * The trace of one call. Spans of turns are made when the ledger comes, from the moment the caller fell silent to the moment the
 * answer became audible; their parts follow one another in it. Thread-safe.
 */
final class CallTrace {

    private static final AttributeKey<String> COMPANY = AttributeKey.stringKey("switchboard.company");
    private static final AttributeKey<String> CALL = AttributeKey.stringKey("switchboard.call");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("switchboard.end.reason");
    private static final AttributeKey<String> REFUSAL = AttributeKey.stringKey("switchboard.refusal.reason");
    private static final AttributeKey<Long> TURNS = AttributeKey.longKey("switchboard.turns");
    private static final AttributeKey<Long> TURN = AttributeKey.longKey("switchboard.turn");
    private static final AttributeKey<Boolean> SPECULATED = AttributeKey.booleanKey("switchboard.turn.speculated");
    private static final AttributeKey<String> OWNER = AttributeKey.stringKey("switchboard.owner");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> TEXT = AttributeKey.stringKey("switchboard.text");

    private final Tracer tracer;
    private final Clock clock;
    private final Optional<String> notice;
    private final Span conversation;
    private long turns;
    private boolean noticed;

    /** @param notice the words that the caller must hear before any word is sent; empty if none ever is */
    CallTrace(Tracer tracer, CallInfo call, Optional<String> notice, Clock clock) {
        this.tracer = tracer;
        this.clock = clock;
        this.notice = notice;
        this.conversation = tracer.spanBuilder("conversation").setNoParent().setStartTimestamp(clock.instant())
                .setAttribute(COMPANY, call.company()).setAttribute(CALL, call.id()).startSpan();
    }

    static void refused(Tracer tracer, Optional<String> company, int status, String reason, Instant at) {
        Span span = tracer.spanBuilder("refused").setNoParent().setStartTimestamp(at).setAttribute(STATUS, (long) status).setAttribute(REFUSAL, reason).startSpan();
        company.ifPresent(id -> span.setAttribute(COMPANY, id));
        span.end(at);
    }

    synchronized void happened(CallEvent event) {
        if (event instanceof CallEvent.TurnMeasured measured) {
            turn(measured.ledger());
        } else if (event instanceof CallEvent.Interrupted) {
            conversation.addEvent("interrupted", clock.instant());
        } else if (event instanceof CallEvent.Failure) { // its message may tell what was said
            conversation.addEvent("failure", clock.instant());
            conversation.setStatus(StatusCode.ERROR);
        } else if (event instanceof CallEvent.BotSegment clause && clause.completed()) {
            noticed = noticed || notice.filter(words -> clause.spoken() && clause.text().equals(words)).isPresent();
            word("assistant", clause.text());
        } else if (event instanceof CallEvent.UserTranscript said && said.complete()) {
            word("caller", said.text());
        }
    }

    private void word(String speaker, String text) {
        if (noticed) {
            conversation.addEvent(speaker, Attributes.of(TEXT, text), clock.instant());
        }
    }

    private void turn(TurnLedger ledger) {
        turns++;
        Instant audible = clock.instant();
        Instant at = audible.minus(ledger.total());
        Span turn = tracer.spanBuilder("turn").setParent(Context.root().with(conversation)).setStartTimestamp(at)
                .setAttribute(TURN, (long) ledger.turn()).setAttribute(SPECULATED, ledger.speculated()).startSpan();
        for (TurnLedger.Part part : ledger.parts()) {
            Span stage = tracer.spanBuilder(part.name()).setParent(Context.root().with(turn)).setStartTimestamp(at).setAttribute(OWNER, part.owner()).startSpan();
            at = at.plus(part.duration());
            stage.end(at);
        }
        turn.end(audible);
    }

    synchronized void end(String reason) {
        conversation.setAttribute(TURNS, turns).setAttribute(REASON, reason).end(clock.instant());
    }
}
