package switchboard.conversation.foresight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.company.Company;
import switchboard.api.tts.SpeechException;
import switchboard.conversation.speech.Openings;
import switchboard.conversation.speech.SpeechCache;
import switchboard.conversation.speech.SpeechTally;
import switchboard.conversation.speech.Synthesis;

/** The first sounds of answers that are expected; each is given away once, and the oldest go first. One per call. Thread-safe. */
final class PreparedOpenings implements Openings {

    private static final Logger log = LoggerFactory.getLogger(PreparedOpenings.class);

    private static final int MOST = 4;
    private static final long WORTH_WAITING_MS = 400;

    private final String callId;
    private final Synthesis synthesis;
    /** By clause and all that changes how it sounds (a company may be edited between two turns), the oldest first. */
    private final Map<SpeechCache.Key, CompletableFuture<Opening>> openings = new LinkedHashMap<>();

    PreparedOpenings(String callId, Synthesis synthesis) {
        this.callId = callId;
        this.synthesis = synthesis;
    }

    @Override
    public Optional<Opening> of(SpeechCache.Key clause) {
        CompletableFuture<Opening> expected;
        synchronized (this) {
            expected = openings.remove(clause);
        }
        if (expected == null) {
            return Optional.empty();
        }
        try {
            Opening opening = expected.get(WORTH_WAITING_MS, TimeUnit.MILLISECONDS);
            synthesis.tally().opening(SpeechTally.Opening.USED);
            return Optional.of(opening);
        } catch (ExecutionException | TimeoutException e) {
            synthesis.tally().opening(SpeechTally.Opening.LATE);
            log.debug("call={} expected in vain", callId, e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Synthesises the first sounds of a clause, on this thread. */
    void prepare(Company company, String clause) {
        CompletableFuture<Opening> opening = new CompletableFuture<>();
        try {
            synthesis.speak(callId, company, clause, false, new Synthesis.Piece() {

                private boolean begun;

                @Override
                public OptionalInt begins(SpeechCache.Key key) {
                    boolean another = begun; // its opening must not be taken for that of the first voice
                    begun = true;
                    return !another && expect(key, opening) ? OptionalInt.of(0) : OptionalInt.empty();
                }

                @Override
                public boolean accept(float[] samples, String owner) {
                    synthesis.tally().opening(SpeechTally.Opening.PREPARED);
                    opening.complete(new Opening(samples, owner));
                    return false;
                }
            });
        } catch (SpeechException e) {
            log.debug("call={} could not prepare an answer", callId, e);
        } finally {
            opening.completeExceptionally(new SpeechException("nothing was spoken")); // no effect if something was
        }
    }

    /** @return whether it was not expected before */
    private synchronized boolean expect(SpeechCache.Key clause, CompletableFuture<Opening> opening) {
        if (openings.putIfAbsent(clause, opening) != null) {
            return false;
        }
        if (openings.size() > MOST) {
            openings.remove(openings.keySet().iterator().next());
        }
        return true;
    }
}
