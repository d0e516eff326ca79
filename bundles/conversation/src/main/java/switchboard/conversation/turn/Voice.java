package switchboard.conversation.turn;

import java.time.Duration;
import java.util.Optional;
import switchboard.api.call.CallEvent;
import switchboard.conversation.turn.Reply.Purpose;

/** The bot's half of the machine: a reply's text becomes clauses, clauses become segments, segments are heard. */
final class Voice {

    static final Duration GOODBYE_DEADLINE = Duration.ofSeconds(10);
    private static final Duration FILLER_AFTER = Duration.ofSeconds(3);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(8);

    private final Floor floor;

    Voice(Floor floor) {
        this.floor = floor;
    }

    /** Says one of the fixed phrases. */
    Reply say(Purpose purpose, String text) {
        Reply reply = Reply.phrase(purpose, floor.now);
        speak(reply, text, 0, true);
        return reply;
    }

    /** Takes an event; returns whether the reply is over. */
    boolean on(Reply reply, Event event) {
        if (event instanceof Event.ReplyText text && reply.generates(text.reply())) {
            more(reply, text.text());
            return false;
        } else if (event instanceof Event.ReplyEnded ended && reply.generates(ended.reply())) {
            return generated(reply);
        } else if (event instanceof Event.ReplyFailed failed && reply.generates(failed.reply())) {
            return apologise(reply, failed.reason());
        } else if (event instanceof Event.SegmentStarted started && reply.outstanding.containsKey(started.segment())) {
            started(reply, started.segment());
            return false;
        } else if (event instanceof Event.SegmentFinished finished && reply.outstanding.containsKey(finished.segment())) {
            return heard(reply, finished.segment());
        } else if (event instanceof Event.SegmentFailed failed && reply.outstanding.containsKey(failed.segment())) {
            reply.outstanding.remove(failed.segment());
            emit(reply, new CallEvent.Failure(failed.reason()));
            return settle(reply);
        }
        return false;
    }

    /** Looks at the deadlines; returns whether the reply is over. */
    boolean onTick(Reply reply) {
        if (reply.suspectedSince.filter(since -> floor.hasPassed(since, TurnMachine.SUSPICION)).isPresent()) {
            endSuspicion(reply);
        }
        Duration waited = floor.now.minus(reply.lastProgress);
        if (!reply.generating) {
            return false;
        }
        if (waited.compareTo(GIVE_UP_AFTER) >= 0) {
            floor.add(new Effect.CancelReply(reply.number));
            return apologise(reply, "LanguageModel said nothing for " + GIVE_UP_AFTER.toSeconds() + " s");
        }
        if (waited.compareTo(FILLER_AFTER) >= 0 && !reply.hasText && !reply.fillerSpoken && reply.spoken) {
            reply.fillerSpoken = true;
            speak(reply, floor.settings.phrases().oneMoment(), 0, true);
        }
        return false;
    }

    /** Falls silent for a moment, until it is known whether the caller speaks; a new suspicion prolongs it. */
    void pauseOnSuspicion(Reply reply) {
        if (reply.suspectedSince.isEmpty()) {
            floor.add(new Effect.HoldSpeaking());
            emit(reply, new CallEvent.BotPaused());
        }
        reply.suspectedSince = Optional.of(floor.now);
    }

    /** Whatever it was, the caller did not speak. */
    void endSuspicion(Reply reply) {
        if (reply.suspectedSince.isPresent()) {
            reply.suspectedSince = Optional.empty();
            floor.add(new Effect.ResumeSpeaking());
        }
    }

    /** Falls silent until it is known whether the caller says anything. */
    void hold(Reply reply) {
        reply.suspectedSince = Optional.empty();
        reply.held = true;
        fallSilent(reply);
    }

    /** Goes on where it was cut. */
    void resume(Reply reply) {
        reply.held = false;
        floor.add(new Effect.ResumeSpeaking());
        if (reply.everAudible && !reply.outstanding.isEmpty()) {
            reply.audible = true;
            emit(reply, new CallEvent.BotStartedSpeaking());
        }
    }

    /** The reply is over before its end; nothing more of it is heard. */
    void abandon(Reply reply, Outcome outcome) {
        reply.suspectedSince = Optional.empty();
        floor.add(new Effect.StopSpeaking());
        reply.outstanding.clear();
        fallSilent(reply);
        if (reply.generating) {
            floor.add(new Effect.CancelReply(reply.number));
            stopGenerating(reply);
        }
        closeTurn(reply, outcome);
    }

    /** A draft is not what will be answered; nobody has heard of it. */
    void discard(Reply draft) {
        draft.withheld.clear();
        draft.turnClosed = true;
        abandon(draft, Outcome.INTERRUPTED);
    }

    /** A draft is what is answered. */
    void confirm(Reply draft) {
        draft.draft = false;
        draft.withheld.forEach(floor::emit);
        draft.withheld.clear();
        floor.add(new Effect.ResumeSpeaking());
    }

    void closeTurn(Reply reply, Outcome outcome) {
        if (!reply.turnClosed) {
            reply.turnClosed = true;
            floor.add(new Effect.CloseTurn(reply.turn, outcome));
        }
    }

    private void more(Reply reply, String text) {
        reply.hasText = true;
        reply.lastProgress = floor.now;
        emit(reply, new CallEvent.ReplyText(text));
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

    /** What is already on its way to the caller is still said. A draft only fails; the turn will be asked again. */
    private boolean apologise(Reply reply, String reason) {
        stopGenerating(reply);
        if (reply.draft) {
            reply.failed = true;
            return false;
        }
        emit(reply, new CallEvent.Failure(reason));
        closeTurn(reply, Outcome.NOT_ANSWERED);
        speak(reply, floor.settings.phrases().apology(), 0, true);
        return settle(reply);
    }

    private void speak(Reply reply, String text, int turn, boolean fixed) {
        int segment = floor.nextSegment();
        if (reply.spoken) {
            reply.outstanding.put(segment, text);
            floor.add(new Effect.Speak(segment, turn, text, fixed));
        } else {
            emit(reply, new CallEvent.BotSegment(segment, text, false, false));
            emit(reply, new CallEvent.BotSegment(segment, text, false, true));
            remember(reply, text);
        }
    }

    private void started(Reply reply, int segment) {
        if (!reply.audible && !reply.held) {
            reply.audible = true;
            if (!reply.everAudible) {
                reply.everAudible = true;
                reply.audibleSince = floor.now;
            }
            emit(reply, new CallEvent.BotStartedSpeaking());
        }
        emit(reply, new CallEvent.BotSegment(segment, reply.outstanding.get(segment), true, false));
    }

    private boolean heard(Reply reply, int segment) {
        String text = reply.outstanding.remove(segment);
        emit(reply, new CallEvent.BotSegment(segment, text, true, true));
        remember(reply, text);
        return settle(reply);
    }

    private void remember(Reply reply, String text) {
        reply.heard = true;
        floor.memory.callerHeard(text);
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
            emit(reply, new CallEvent.BotStoppedSpeaking());
        }
    }

    private void stopGenerating(Reply reply) {
        reply.generating = false;
        emit(reply, new CallEvent.ReplyEnded());
    }

    private void emit(Reply reply, CallEvent event) {
        if (reply.draft) {
            reply.withheld.add(event);
        } else {
            floor.emit(event);
        }
    }
}
