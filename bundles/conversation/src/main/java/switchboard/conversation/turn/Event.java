package switchboard.conversation.turn;

import java.time.Duration;

/** What can happen to a conversation. Whatever names a pause, turn or segment that is over changes nothing. */
public sealed interface Event {

    /** The caller can hear. */
    record Begin() implements Event {}

    /** Time passes. The machine knows no other clock; deadlines are as fine as ticks are frequent. */
    record Tick(Duration sinceOpened) implements Event {}

    /** The company was edited: so the call goes on, from its next turn. */
    record Configured(TurnMachine.Settings settings) implements Event {}

    /** A sound begins while the bot speaks; it is not known yet whether the caller speaks. */
    record SpeechSuspected() implements Event {}

    /** The caller speaks; confirmed, no click or cough. */
    record SpeechStarted() implements Event {}

    /** What the caller has said up to now, in a turn that goes on. */
    record WordsHeard(int turn, String text) implements Event {}

    /** The caller has been silent long enough to be asked about. */
    record SpeechPaused(Duration silence) implements Event {}

    /** The pause goes on. */
    record SilenceLasted(Duration silence) implements Event {}

    /** The words of the turn up to a pause; empty if there were none. */
    record TranscriptReady(int pause, String text) implements Event {}

    /** The words of the turn up to a pause cannot be had. */
    record TranscriptFailed(int pause, String reason) implements Event {}

    /**
     * The turn detector has judged a pause.
     *
     * @param probability that the turn is over
     * @param threshold   from which the detector itself would say so
     * @param wordless    whether the detector judges words, and was asked before they were known
     */
    record TurnJudged(int pause, float probability, float threshold, boolean wordless) implements Event {

        public TurnJudged(int pause, float probability, float threshold) {
            this(pause, probability, threshold, false);
        }
    }

    /** The turn detector cannot judge a pause; the words and the silence decide. */
    record TurnUnjudged(int pause, String reason) implements Event {}

    /** The next words of a reply. */
    record ReplyText(int reply, String text) implements Event {}

    /** A reply is complete. */
    record ReplyEnded(int reply) implements Event {}

    /** A reply failed. */
    record ReplyFailed(int reply, String reason) implements Event {}

    /** The first sample of a segment has been played. */
    record SegmentStarted(int segment) implements Event {}

    /** The last sample of a segment has been played. */
    record SegmentFinished(int segment) implements Event {}

    /** A segment cannot be spoken, or not to its end. */
    record SegmentFailed(int segment, String reason) implements Event {}

    /** The caller typed. */
    record Typed(String text, boolean spoken) implements Event {}
}
