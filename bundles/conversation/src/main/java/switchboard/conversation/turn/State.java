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
     * @param held what the bot was saying when the caller cut in; it goes on if the caller turns out to say nothing
     */
    record Hearing(int turn, Optional<Reply> held) implements State {}

    /**
     * The caller pauses; it is not decided whether the turn is over.
     *
     * @param since      when the pause was noticed
     * @param transcript the words so far, once they are known; empty text if there were none
     * @param verdict    the last judgement of the detector, once there is one
     * @param round      which time the detector has been asked for; 0 if it has not been asked
     * @param asking     whether an answer of the detector is outstanding
     * @param draft      what will be answered if the turn turns out to be over
     */
    record Pausing(
            int turn,
            Optional<Reply> held,
            int pause,
            Duration since,
            Duration silence,
            Optional<String> transcript,
            Optional<Verdict> verdict,
            int round,
            boolean asking,
            Optional<Reply> draft)
            implements State {

        static Pausing begin(Hearing hearing, int pause, Duration since, Duration silence) {
            return new Pausing(hearing.turn, hearing.held, pause, since, silence, Optional.empty(), Optional.empty(), 0, false, Optional.empty());
        }

        /** Each pause is transcribed once. */
        boolean waitsForWords(int ofPause) {
            return ofPause == pause && transcript.isEmpty();
        }

        Pausing silentFor(Duration longer) {
            return new Pausing(turn, held, pause, since, longer, transcript, verdict, round, asking, draft);
        }

        /** The words are known; with words, what the bot was saying is over. */
        Pausing said(String text) {
            return new Pausing(turn, Optional.empty(), pause, since, silence, Optional.of(text), verdict, round, asking, draft);
        }

        /** There were no words so far; what the bot was saying may go on. */
        Pausing saidNothing() {
            return new Pausing(turn, held, pause, since, silence, Optional.of(""), verdict, round, asking, draft);
        }

        /** What the bot was saying was heard to its end after all. */
        Pausing released() {
            return new Pausing(turn, Optional.empty(), pause, since, silence, transcript, verdict, round, asking, draft);
        }

        Pausing judged(Verdict answer) {
            return new Pausing(turn, held, pause, since, silence, transcript, Optional.of(answer), round, false, draft);
        }

        /** As if nobody had judged the pause yet. */
        Pausing unjudged() {
            return new Pausing(turn, held, pause, since, silence, transcript, Optional.empty(), 0, false, draft);
        }

        Pausing askedAgain(int newRound) {
            return new Pausing(turn, held, pause, since, silence, transcript, verdict, newRound, true, draft);
        }

        Pausing drafted(Reply reply) {
            return new Pausing(turn, held, pause, since, silence, transcript, verdict, round, asking, Optional.of(reply));
        }
    }

    /** The bot speaks, or is about to. */
    record Replying(Reply reply) implements State {}

    /** The conversation is over. */
    record Ended() implements State {}

    /** What the turn detector made of a pause; wordless if it is to be asked again as soon as the words are known. */
    enum Verdict { SURE, COMPLETE, INCOMPLETE, UNKNOWN, WORDLESS }
}
