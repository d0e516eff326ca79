package switchboard.conversation.turn;

import java.time.Duration;
import java.util.List;
import switchboard.api.call.CallEvent;
import switchboard.conversation.turn.Effect.CancelReply;
import switchboard.conversation.turn.Effect.CloseTurn;
import switchboard.conversation.turn.Effect.Emit;
import switchboard.conversation.turn.Effect.Speak;
import switchboard.conversation.turn.Effect.StopSpeaking;

/** The bot's half of the machine: a reply's text becomes clauses, clauses become segments, segments are heard. */
final class Voice {

    static final Duration GOODBYE_DEADLINE = Duration.ofSeconds(10);
    private static final Duration FILLER_AFTER = Duration.ofSeconds(3);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(8);

    private final Phrases phrases;
    private final Memory memory;
    private final List<Effect> effects;
    private int segments;

    Voice(Phrases phrases, Memory memory, List<Effect> effects) {
        this.phrases = phrases;
        this.memory = memory;
        this.effects = effects;
    }

    /** Takes an event; returns whether the reply is over. */
    boolean on(Reply reply, Event event, Duration now) {
        if (event instanceof Event.ReplyText text && reply.generates(text.turn())) {
            more(reply, text.text(), now);
            return false;
        } else if (event instanceof Event.ReplyEnded ended && reply.generates(ended.turn())) {
            return generated(reply);
        } else if (event instanceof Event.ReplyFailed failed && reply.generates(failed.turn())) {
            return apologise(reply, failed.reason());
        } else if (event instanceof Event.SegmentStarted started && reply.outstanding.containsKey(started.segment())) {
            started(reply, started.segment());
            return false;
        } else if (event instanceof Event.SegmentFinished finished && reply.outstanding.containsKey(finished.segment())) {
            return heard(reply, finished.segment());
        } else if (event instanceof Event.SegmentFailed failed && reply.outstanding.containsKey(failed.segment())) {
            reply.outstanding.remove(failed.segment());
            emit(new CallEvent.Failure(failed.reason()));
            return settle(reply);
        }
        return false;
    }

    /** Looks at the deadlines; returns whether the reply is over. */
    boolean onTick(Reply reply, Duration now) {
        Duration waited = now.minus(reply.lastProgress);
        if (!reply.generating) {
            return false;
        }
        if (waited.compareTo(GIVE_UP_AFTER) >= 0) {
            effects.add(new CancelReply(reply.turn));
            return apologise(reply, "LanguageModel said nothing for " + GIVE_UP_AFTER.toSeconds() + " s");
        }
        if (waited.compareTo(FILLER_AFTER) >= 0 && !reply.hasText && !reply.fillerSpoken && reply.spoken) {
            reply.fillerSpoken = true;
            phrase(reply, phrases.oneMoment());
        }
        return false;
    }

    /** Says one of the fixed phrases. */
    void phrase(Reply reply, String text) {
        speak(reply, text, 0, true);
    }

    /** Falls silent at once. */
    void hush(Reply reply) {
        effects.add(new StopSpeaking());
        reply.outstanding.clear();
    }

    /** Tells that the reply, already silent, is over before its end. */
    void abandon(Reply reply) {
        fallSilent(reply);
        if (reply.generating) {
            effects.add(new CancelReply(reply.turn));
            stopGenerating(reply);
        }
    }

    void closeTurn(Reply reply, Outcome outcome) {
        if (!reply.turnClosed) {
            reply.turnClosed = true;
            effects.add(new CloseTurn(reply.turn, outcome));
        }
    }

    private void more(Reply reply, String text, Duration now) {
        reply.hasText = true;
        reply.lastProgress = now;
        emit(new CallEvent.ReplyText(text));
        reply.clauses.accept(text).forEach(clause -> speak(reply, clause, reply.turn, false));
    }

    private boolean generated(Reply reply) {
        reply.clauses.end().ifPresent(clause -> speak(reply, clause, reply.turn, false));
        if (!reply.clauses.hasSpoken()) {
            return apologise(reply, "LanguageModel gave an empty answer");
        }
        stopGenerating(reply);
        return settle(reply);
    }

    /** What is already on its way to the caller is still said. */
    private boolean apologise(Reply reply, String reason) {
        emit(new CallEvent.Failure(reason));
        stopGenerating(reply);
        closeTurn(reply, Outcome.NOT_ANSWERED);
        phrase(reply, phrases.apology());
        return settle(reply);
    }

    private void speak(Reply reply, String text, int turn, boolean fixed) {
        int segment = ++segments;
        if (reply.spoken) {
            reply.outstanding.put(segment, text);
            effects.add(new Speak(segment, turn, text, fixed));
        } else {
            emit(new CallEvent.BotSegment(segment, text, false, false));
            emit(new CallEvent.BotSegment(segment, text, false, true));
            remember(reply, text);
        }
    }

    private void started(Reply reply, int segment) {
        if (!reply.audible) {
            reply.audible = true;
            emit(new CallEvent.BotStartedSpeaking());
        }
        emit(new CallEvent.BotSegment(segment, reply.outstanding.get(segment), true, false));
    }

    private boolean heard(Reply reply, int segment) {
        String text = reply.outstanding.remove(segment);
        emit(new CallEvent.BotSegment(segment, text, true, true));
        remember(reply, text);
        return settle(reply);
    }

    private void remember(Reply reply, String text) {
        reply.heard = true;
        memory.callerHeard(text);
    }

    private boolean settle(Reply reply) {
        if (!reply.outstanding.isEmpty()) {
            return false;
        }
        fallSilent(reply);
        return !reply.generating;
    }

    private void fallSilent(Reply reply) {
        if (reply.audible) {
            reply.audible = false;
            emit(new CallEvent.BotStoppedSpeaking());
        }
    }

    private void stopGenerating(Reply reply) {
        reply.generating = false;
        emit(new CallEvent.ReplyEnded());
    }

    private void emit(CallEvent event) {
        effects.add(new Emit(event));
    }
}
