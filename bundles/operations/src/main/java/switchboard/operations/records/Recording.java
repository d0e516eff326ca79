package switchboard.operations.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.operations.records.CallRecord.Happening;
import switchboard.operations.records.CallRecord.Line;
import switchboard.operations.records.CallRecord.Turn;

/** Takes down one call. What exceeds its bounds is left out, and the record says so. Thread-safe. */
final class Recording {

    /** Half an hour of lively talk has about a tenth of it. */
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_CHARACTERS = 500_000;
    private static final String GOES_ON = "not ended: the call goes on, or the server was killed";

    private final CallInfo call;
    private final Optional<Notice> notice;
    private final Clock clock;
    private final Instant opened;
    private final List<Line> transcript = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Happening> events = new ArrayList<>();
    /** Clauses that are being heard: segment to place in the transcript. */
    private final Map<Integer, Integer> begun = new LinkedHashMap<>();
    private int characters;
    private boolean complete = true;
    private boolean changed = true;
    private boolean asked;
    private boolean ended;
    private boolean noticed;

    /** @param notice nothing is kept of the caller before it was heard; empty if that need not be */
    Recording(CallInfo call, Clock clock, Optional<Notice> notice) {
        this.notice = notice;
        this.noticed = notice.isEmpty();
        this.call = call;
        this.clock = clock;
        this.opened = clock.instant();
    }

    CallInfo call() {
        return call;
    }

    /** Whether only the operator wants it: a company that records gives notice of it. */
    boolean isForOperator() {
        return notice.isEmpty();
    }

    synchronized void add(CallEvent event) {
        noticed = noticed || notice.filter(words -> words.isHeardIn(event)).isPresent();
        if (event instanceof CallEvent.UserTranscript said) {
            if (said.complete() && noticed) {
                say("caller", said.typed() ? "typed" : "spoken", said.text());
            }
        } else if (event instanceof CallEvent.BotSegment clause) {
            add(clause);
        } else if (event instanceof CallEvent.TurnMeasured measured) {
            if (isRoom(0)) {
                turns.add(Turn.of(sinceOpenedMs(), measured.ledger()));
            }
        } else if (event instanceof CallEvent.Failure failure) {
            happened(event, failure.message());
        } else if (event instanceof CallEvent.Ended ended) {
            happened(event, ended.reason());
        } else if (!(event instanceof CallEvent.ReplyText)) { // its clauses are in the transcript
            happened(event, null);
        }
    }

    /** Whether there is something new, and nobody was asked yet to fetch it with {@link #soFar}. */
    synchronized boolean asksToBeKept() {
        if (!changed || asked) {
            return false;
        }
        asked = true;
        return true;
    }

    /** What there is of a call that goes on; empty if it has ended. */
    synchronized Optional<CallRecord> soFar() {
        asked = false;
        changed = false;
        return ended ? Optional.empty() : Optional.of(record(GOES_ON, false));
    }

    /** @param whole whether the call has really ended */
    synchronized CallRecord end(String reason, boolean whole) {
        ended = true;
        return record(reason, whole);
    }

    private CallRecord record(String reason, boolean whole) {
        return new CallRecord(call.id(), call.company(), opened, clock.instant(), sinceOpenedMs(), reason, whole && complete,
                List.copyOf(transcript), List.copyOf(turns), List.copyOf(events));
    }

    /** A clause counts as cut until it has been heard to its end. */
    private void add(CallEvent.BotSegment clause) {
        if (!clause.completed()) {
            begun.put(clause.segment(), transcript.size());
            if (!say("assistant", "cut", clause.text())) {
                begun.remove(clause.segment());
            }
            return;
        }
        String how = clause.spoken() ? "spoken" : "shown";
        Integer place = begun.remove(clause.segment());
        if (place != null) {
            Line line = transcript.get(place);
            changed = true;
            transcript.set(place, new Line(line.atMs(), line.speaker(), how, clause.text()));
        } else {
            say("assistant", how, clause.text());
        }
    }

    private boolean say(String speaker, String how, String text) {
        return isRoom(text.length()) && transcript.add(new Line(sinceOpenedMs(), speaker, how, text));
    }

    private void happened(CallEvent event, @Nullable String detail) {
        if (isRoom(detail == null ? 0 : detail.length())) {
            events.add(new Happening(sinceOpenedMs(), event.getClass().getSimpleName(), detail));
        }
    }

    private boolean isRoom(int length) {
        if (transcript.size() + turns.size() + events.size() >= MOST_ENTRIES || characters + length > MOST_CHARACTERS) {
            complete = false;
            return false;
        }
        characters += length;
        changed = true;
        return true;
    }

    private long sinceOpenedMs() {
        return Duration.between(opened, clock.instant()).toMillis();
    }
}
