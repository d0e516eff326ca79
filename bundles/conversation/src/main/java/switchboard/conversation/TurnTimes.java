package switchboard.conversation;

import java.util.Optional;
import java.util.function.Supplier;
import switchboard.api.call.TurnLedger;
import switchboard.conversation.ledger.Owners;
import switchboard.conversation.ledger.TurnStopwatch;
import switchboard.conversation.turn.Event;

/**
 * Takes down when what happened in a turn, and makes its ledger when the bot is heard. What was done before the turn was
 * over, on speculation, kept nobody waiting and counts as nothing. Confined to one call's thread.
 */
final class TurnTimes {

    private static final int NONE = -1;

    private Moment judged = new Moment(0, Owners.CONVERSATION);
    private Moment transcribed = new Moment(0, Owners.CONVERSATION);
    private long textNs;
    private Supplier<String> writer = () -> "";
    private Moment clause = new Moment(0, "");
    private Moment synthesised = new Moment(0, "");
    private long lastSoundNs;
    private long endedNs;
    private boolean speculated;
    private int turn;
    private int firstSegment = NONE;

    private record Moment(long ns, String owner) {}

    /** The caller fell silent. */
    void paused(long spokenNs) {
        lastSoundNs = spokenNs;
        judged = new Moment(spokenNs, judged.owner);
        transcribed = new Moment(spokenNs, transcribed.owner);
    }

    void typed(long nowNs) {
        paused(nowNs);
        endedNs = nowNs;
        speculated = false;
    }

    void recognised(Event answer, long nowNs, String owner) {
        if (answer instanceof Event.TurnJudged) {
            judged = new Moment(nowNs, owner);
        } else if (answer instanceof Event.TranscriptReady) {
            transcribed = new Moment(nowNs, owner);
        }
    }

    /** A reply is asked for; whatever was prepared before is not heard. */
    void replying(int number) {
        turn = number;
        firstSegment = NONE;
        textNs = 0;
        clause = synthesised = new Moment(0, "");
    }

    /** The turn is over; what was heard last may have come after the pause had begun. */
    void ended(long nowNs, boolean withDraft, long soundNs) {
        lastSoundNs = soundNs;
        endedNs = nowNs;
        speculated = withDraft;
    }

    /** @param owner asked once the reply is heard, because who writes it may only be known then */
    void text(long nowNs, Supplier<String> owner) {
        if (textNs == 0) {
            textNs = nowNs;
            writer = owner;
        }
    }

    /** A clause of the reply to a turn is to be spoken. */
    void clause(int segment, int number, long nowNs) {
        if (number == turn && number > 0 && firstSegment == NONE) {
            firstSegment = segment;
            clause = new Moment(nowNs, Owners.CONVERSATION);
        }
    }

    void synthesised(int segment, long nowNs, String owner) {
        if (segment == firstSegment) {
            synthesised = new Moment(nowNs, owner);
        }
    }

    /** A segment became audible; empty if it is not the first of its turn. */
    Optional<TurnLedger> audible(int segment, long nowNs) {
        if (segment != firstSegment) {
            return Optional.empty();
        }
        TurnStopwatch watch = new TurnStopwatch(turn, lastSoundNs, speculated);
        firstSegment = NONE;
        turn = 0; // its later clauses are not measured
        if (transcribed.ns > judged.ns && transcribed.ns >= endedNs - 20_000_000) { // the words were waited for last
            watch.reached("endpointing", judged.ns, judged.owner);
            watch.reached("stt", endedNs, transcribed.owner);
        } else {
            watch.reached("stt", lastSoundNs, transcribed.owner);
            watch.reached("endpointing", endedNs, judged.owner);
        }
        watch.reached("llm", textNs, writer.get());
        watch.reached("clause", clause.ns, clause.owner);
        watch.reached("tts", synthesised.ns, synthesised.owner);
        return Optional.of(watch.audible(nowNs, Owners.CONVERSATION));
    }
}
