package switchboard.conversation.turn;

import java.time.Duration;
import java.util.Optional;

/** Who has the floor. */
public sealed interface State {

    /** The caller cannot hear yet. */
    record Idle() implements State {}

    /**
     * Nobody speaks.
     *
     * @param since when the last one fell silent
     * @param asked whether the caller has been asked since then if still there
     */
    record Listening(Duration since, boolean asked) implements State {}

    /**
     * The caller speaks.
     *
     * @param cutIn whether this interrupted an answer
     */
    record Hearing(int turn, boolean cutIn) implements State {}

    /**
     * The caller pauses; it is not decided whether the turn is over.
     *
     * @param since      when the pause was noticed
     * @param transcript the words so far, once they are known
     * @param verdict    the last judgement of the detector, once there is one
     * @param round      how often the detector has been asked again
     * @param asking     whether an answer of the detector is outstanding
     */
    record Pausing(
            int turn,
            boolean cutIn,
            int pause,
            Duration since,
            Duration silence,
            Optional<String> transcript,
            Optional<Verdict> verdict,
            int round,
            boolean asking)
            implements State {

        static Pausing begin(Hearing hearing, int pause, Duration since, Duration silence) {
            return new Pausing(hearing.turn, hearing.cutIn, pause, since, silence, Optional.empty(), Optional.empty(), 0, true);
        }

        Pausing silentFor(Duration longer) {
            return new Pausing(turn, cutIn, pause, since, longer, transcript, verdict, round, asking);
        }

        Pausing said(String text) {
            return new Pausing(turn, cutIn, pause, since, silence, Optional.of(text), verdict, round, asking);
        }

        Pausing judged(Verdict answer) {
            return new Pausing(turn, cutIn, pause, since, silence, transcript, Optional.of(answer), round, false);
        }

        Pausing askedAgain(int newRound) {
            return new Pausing(turn, cutIn, pause, since, silence, transcript, verdict, newRound, true);
        }
    }

    /** The bot speaks, or is about to. */
    record Replying(Reply reply) implements State {}

    /** The conversation is over. */
    record Ended() implements State {}

    /** What the turn detector made of a pause. */
    enum Verdict { COMPLETE, INCOMPLETE, UNKNOWN }
}
