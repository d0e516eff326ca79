package switchboard.conversation.foresight;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.conversation.speech.Openings;
import switchboard.conversation.speech.SpeechCache;
import switchboard.conversation.speech.SpeechTally;
import switchboard.conversation.speech.Synthesis;

/** The beginnings of answers that are expected; each is given away once, and the oldest go first. One per call. Thread-safe. */
final class PreparedOpenings implements Openings, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PreparedOpenings.class);

    /** For each, a voice waits. */
    private static final int MOST = 2;
    private static final Duration WORTH_WAITING = Duration.ofMillis(400);
    /** Longer than the longest pause in a turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String callId;
    private final Synthesis synthesis;
    /** By clause and all that changes how it sounds (a company may be edited between two turns), the oldest first. */
    private final Map<SpeechCache.Key, PreparedOpening> openings = new LinkedHashMap<>();

    PreparedOpenings(String callId, Synthesis synthesis) {
        this.callId = callId;
        this.synthesis = synthesis;
    }

    @Override
    public Optional<Opening> of(SpeechCache.Key clause) {
        PreparedOpening expected;
        synchronized (this) {
            expected = openings.remove(clause);
        }
        if (expected == null) {
            return Optional.empty();
        }
        try {
            boolean used = expected.claim(WORTH_WAITING);
            synthesis.tally().opening(used ? SpeechTally.Opening.USED : SpeechTally.Opening.LATE);
            return used ? Optional.of(expected) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            expected.drop();
            return Optional.empty();
        }
    }

    /** Synthesises the first sounds of a clause; returns when they are there. */
    void prepare(Company company, String clause) {
        PreparedOpening opening = new PreparedOpening(PATIENCE);
        boolean[] begun = {false};
        try {
            opening.begin(callId, synthesis, company, clause, key -> {
                boolean another = begun[0]; // its opening must not be taken for that of the first voice
                begun[0] = true;
                return !another && expect(key, opening);
            });
            if (!opening.isOver()) {
                synthesis.tally().opening(SpeechTally.Opening.PREPARED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            opening.drop();
            log.debug("call={} ends while an answer is prepared", callId);
        }
    }

    @Override
    public synchronized void close() {
        openings.values().forEach(PreparedOpening::drop);
        openings.clear();
    }

    /** @return whether it was not expected before */
    private synchronized boolean expect(SpeechCache.Key clause, PreparedOpening opening) {
        PreparedOpening before = openings.get(clause);
        if (before != null && !before.isOver()) {
            return false;
        }
        openings.put(clause, opening);
        if (openings.size() > MOST) {
            openings.remove(openings.keySet().iterator().next()).drop();
        }
        return true;
    }
}
