package switchboard.conversation.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import switchboard.api.call.CallEvent;
import switchboard.api.company.Company.Endpointing;
import switchboard.conversation.turn.Effect.CloseTurn;
import switchboard.conversation.turn.Effect.DropSpeech;
import switchboard.conversation.turn.Effect.Emit;
import switchboard.conversation.turn.Effect.JudgeTurn;
import switchboard.conversation.turn.Effect.StartReply;
import switchboard.conversation.turn.Effect.Transcribe;
import switchboard.conversation.turn.Reply.Purpose;
import switchboard.conversation.turn.State.Ended;
import switchboard.conversation.turn.State.Hearing;
import switchboard.conversation.turn.State.Idle;
import switchboard.conversation.turn.State.Listening;
import switchboard.conversation.turn.State.Pausing;
import switchboard.conversation.turn.State.Replying;
import switchboard.conversation.turn.State.Verdict;

/**
 * Who may speak when: one event in, its effects out. No thread, no clock, no I/O; confined to one thread.
 *
 * <p>It holds, for every sequence of events: each turn of the caller is closed exactly once, with its outcome; a turn has
 * at most one reply; after an interruption nothing old is spoken; what answers an old question changes nothing; only what
 * was heard is remembered.
 */
public final class TurnMachine {

    private static final Duration CALLER_SILENT = Duration.ofSeconds(60);
    private static final Duration CALLER_GONE = Duration.ofSeconds(30);
    /** No recogniser takes that long; without it the turn would stay open for ever. */
    private static final Duration TRANSCRIPT_DEADLINE = Duration.ofSeconds(5);
    /** How much longer than the longest silence a pause may last when no audio comes that could tell. */
    private static final Duration PAUSE_SLACK = Duration.ofSeconds(2);

    /**
     * What a call is like.
     *
     * @param longestCall how long the call may last
     * @param greeting    its first words; empty for none
     */
    public record Settings(Endpointing endpointing, Duration longestCall, String greeting, Phrases phrases) {}

    private final Settings settings;
    private final Endpointer endpointer;
    private final Memory memory = new Memory();
    private final Voice voice;
    private final List<Effect> effects = new ArrayList<>();

    private State state = new Idle();
    private Duration now = Duration.ZERO;
    private Optional<Duration> begun = Optional.empty();
    private int turns;
    private int pauses;

    public TurnMachine(Settings settings) {
        this.settings = settings;
        this.endpointer = new Endpointer(settings.endpointing());
        this.voice = new Voice(settings.phrases(), memory, effects);
    }

    public State state() {
        return state;
    }

    /** Takes the next event. */
    public List<Effect> on(Event event) {
        effects.clear();
        if (!(state instanceof Ended)) {
            handle(event);
        }
        return List.copyOf(effects);
    }

    private void handle(Event event) {
        if (event instanceof Event.Tick tick) {
            tick(tick.sinceOpened());
        } else if (event instanceof Event.Begin) {
            begin();
        } else if (event instanceof Event.Typed typed) {
            typed(typed.text(), typed.spoken());
        } else if (event instanceof Event.SpeechStarted) {
            speechStarted();
        } else if (event instanceof Event.SpeechPaused paused && state instanceof Hearing hearing) {
            paused(hearing, paused.silence());
        } else if (state instanceof Pausing pausing) {
            pausing(pausing, event);
        } else if (state instanceof Replying replying && voice.on(replying.reply(), event, now)) {
            finish(replying.reply());
        }
    }

    private void begin() {
        if (state instanceof Idle) {
            begun = Optional.of(now);
            sayOrListen(settings.greeting());
        }
    }

    private void sayOrListen(String text) {
        state = new Listening(now, false);
        if (!text.isBlank()) {
            say(Purpose.ASIDE, text);
        }
    }

    private void say(Purpose purpose, String text) {
        Reply reply = new Reply(purpose, 0, true, now);
        state = new Replying(reply);
        voice.phrase(reply, text);
    }

    private void speechStarted() {
        if (state instanceof Pausing pausing) {
            state = new Hearing(pausing.turn(), pausing.cutIn());
        } else if (state instanceof Listening) {
            hear(false);
        } else if (state instanceof Replying replying && replying.reply().purpose != Purpose.GOODBYE) {
            hear(replying.reply().purpose == Purpose.ANSWER);
        }
    }

    private void hear(boolean cutIn) {
        State before = state;
        state = new Hearing(++turns, cutIn);
        emit(new CallEvent.UserStartedSpeaking());
        interrupt(before);
    }

    private void interrupt(State interrupted) {
        Optional<Reply> reply = interrupted instanceof Replying replying ? Optional.of(replying.reply()) : Optional.empty();
        reply.ifPresent(voice::hush);
        emit(new CallEvent.Interrupted());
        reply.ifPresent(voice::abandon);
        reply.ifPresent(old -> voice.closeTurn(old, Outcome.INTERRUPTED));
    }

    private void paused(Hearing hearing, Duration silence) {
        pauses++;
        state = Pausing.begin(hearing, pauses, now, silence);
        effects.add(new Transcribe(pauses));
        effects.add(new JudgeTurn(pauses, "", silence));
    }

    private void pausing(Pausing pausing, Event event) {
        if (event instanceof Event.SilenceLasted lasted) {
            consider(pausing.silentFor(lasted.silence()));
        } else if (event instanceof Event.TranscriptReady ready && ready.pause() == pausing.pause()) {
            transcribed(pausing, ready.text().strip());
        } else if (event instanceof Event.TranscriptFailed failed && failed.pause() == pausing.pause()) {
            abandon(pausing, Outcome.NOT_RECOGNISED, failed.reason());
        } else if (event instanceof Event.TurnJudged judged && judged.pause() == pausing.pause()) {
            consider(pausing.judged(endpointer.verdict(pausing, judged.probability(), judged.threshold())));
        } else if (event instanceof Event.TurnUnjudged unjudged && unjudged.pause() == pausing.pause()) {
            if (!pausing.verdict().equals(Optional.of(Verdict.UNKNOWN))) {
                emit(new CallEvent.Failure(unjudged.reason()));
            }
            consider(pausing.judged(Verdict.UNKNOWN));
        }
    }

    private void transcribed(Pausing pausing, String text) {
        if (!text.isEmpty()) {
            consider(pausing.said(text));
            return;
        }
        drop(pausing.turn(), Outcome.NOTHING_SAID);
        // The bot fell silent for nothing; unless it says something, both would wait for the other.
        sayOrListen(pausing.cutIn() ? settings.phrases().pleaseGoOn() : "");
    }

    /** Ends the turn, or asks again if it is time, or waits. */
    private void consider(Pausing pausing) {
        Optional<String> words = pausing.transcript();
        if (words.isPresent() && endpointer.isOver(pausing, words.get())) {
            complete(pausing.turn(), words.get());
            return;
        }
        boolean newWords = state instanceof Pausing before && !before.transcript().equals(words);
        if (newWords) {
            words.ifPresent(text -> emit(new CallEvent.UserTranscript(text, false, false)));
        }
        int round = endpointer.dueRound(pausing);
        state = round == 0 ? pausing : pausing.askedAgain(round);
        if (round > 0) {
            effects.add(new JudgeTurn(pausing.pause(), words.orElse(""), pausing.silence()));
        }
    }

    private void complete(int turn, String words) {
        effects.add(new DropSpeech());
        emit(new CallEvent.UserTranscript(words, true, false));
        emit(new CallEvent.UserStoppedSpeaking());
        answer(turn, words, true);
    }

    private void answer(int turn, String words, boolean spoken) {
        memory.callerSaid(words);
        state = new Replying(new Reply(Purpose.ANSWER, turn, spoken, now));
        effects.add(new StartReply(turn, memory.messages()));
        emit(new CallEvent.ReplyStarted());
    }

    private void typed(String text, boolean spoken) {
        if (text.isBlank() || state instanceof Replying replying && replying.reply().purpose == Purpose.GOODBYE) {
            return;
        }
        begun = begun.or(() -> Optional.of(now));
        openTurn().ifPresent(turn -> drop(turn, Outcome.SUPERSEDED));
        interrupt(state);
        emit(new CallEvent.UserTranscript(text, true, true));
        answer(++turns, text, spoken);
    }

    /** The turn that the caller is speaking, if any. */
    private Optional<Integer> openTurn() {
        return state instanceof Hearing hearing ? Optional.of(hearing.turn())
                : state instanceof Pausing pausing ? Optional.of(pausing.turn()) : Optional.empty();
    }

    private void drop(int turn, Outcome outcome) {
        effects.add(new DropSpeech());
        emit(new CallEvent.UserStoppedSpeaking());
        effects.add(new CloseTurn(turn, outcome));
    }

    private void abandon(Pausing pausing, Outcome outcome, String reason) {
        emit(new CallEvent.Failure(reason));
        drop(pausing.turn(), outcome);
        state = new Listening(now, false);
    }

    private void finish(Reply reply) {
        voice.closeTurn(reply, reply.heard ? Outcome.ANSWERED : Outcome.NOT_SPOKEN);
        state = new Listening(now, reply.purpose == Purpose.STILL_THERE);
        if (reply.purpose == Purpose.GOODBYE) {
            end("the call has lasted as long as it may");
        }
    }

    private void end(String reason) {
        openTurn().ifPresent(turn -> drop(turn, Outcome.CALL_ENDED));
        if (state instanceof Replying replying) {
            voice.hush(replying.reply());
            voice.abandon(replying.reply());
            voice.closeTurn(replying.reply(), Outcome.CALL_ENDED);
        }
        state = new Ended();
        emit(new CallEvent.Ended(reason));
    }

    private void tick(Duration sinceOpened) {
        now = sinceOpened;
        boolean leaving = state instanceof Replying replying && replying.reply().purpose == Purpose.GOODBYE;
        if (!leaving && begun.isPresent() && hasPassed(begun.get(), settings.longestCall())) {
            leave();
        } else if (state instanceof Listening listening) {
            listen(listening);
        } else if (state instanceof Pausing pausing) {
            outwait(pausing);
        } else if (state instanceof Replying replying) {
            await(replying.reply());
        }
    }

    private void leave() {
        openTurn().ifPresent(turn -> drop(turn, Outcome.CALL_ENDED));
        if (state instanceof Replying replying) {
            voice.hush(replying.reply());
            voice.abandon(replying.reply());
            voice.closeTurn(replying.reply(), Outcome.CALL_ENDED);
        }
        say(Purpose.GOODBYE, settings.phrases().goodbye());
    }

    private void listen(Listening listening) {
        if (listening.asked() && hasPassed(listening.since(), CALLER_GONE)) {
            end("the caller is silent");
        } else if (!listening.asked() && hasPassed(listening.since(), CALLER_SILENT)) {
            say(Purpose.STILL_THERE, settings.phrases().stillThere());
        }
    }

    private void outwait(Pausing pausing) {
        if (pausing.transcript().isEmpty() && hasPassed(pausing.since(), TRANSCRIPT_DEADLINE)) {
            abandon(pausing, Outcome.NOT_RECOGNISED, "SpeechToText did not answer within " + TRANSCRIPT_DEADLINE.toSeconds() + " s");
        } else if (pausing.transcript().isPresent() && hasPassed(pausing.since(), settings.endpointing().maxSilence().plus(PAUSE_SLACK))) {
            complete(pausing.turn(), pausing.transcript().get());
        }
    }

    private void await(Reply reply) {
        if (reply.purpose == Purpose.GOODBYE && hasPassed(reply.lastProgress, Voice.GOODBYE_DEADLINE)) {
            end("the call has lasted as long as it may");
        } else if (voice.onTick(reply, now)) {
            finish(reply);
        }
    }

    private boolean hasPassed(Duration since, Duration time) {
        return now.minus(since).compareTo(time) >= 0;
    }

    private void emit(CallEvent event) {
        effects.add(new Emit(event));
    }
}
