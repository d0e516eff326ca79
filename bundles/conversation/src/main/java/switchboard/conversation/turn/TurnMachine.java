package switchboard.conversation.turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import switchboard.api.call.CallEvent;
import switchboard.api.company.Company;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.llm.Message;
import switchboard.conversation.turn.Reply.Purpose;
import switchboard.conversation.turn.State.Ended;
import switchboard.conversation.turn.State.Hearing;
import switchboard.conversation.turn.State.Idle;
import switchboard.conversation.turn.State.Listening;
import switchboard.conversation.turn.State.Pausing;
import switchboard.conversation.turn.State.Replying;
import switchboard.conversation.words.Completeness;
import switchboard.conversation.words.Expected;
import switchboard.conversation.words.Wording;

/**
 * Who may speak when: one event in, its effects out. No thread, no clock, no I/O; confined to one thread.
 *
 * <p>It holds, for every sequence of events: each turn of the caller is closed exactly once, with its outcome; at most one
 * reply to a turn is heard, and none before the turn is over; after an interruption nothing old is spoken; what answers an
 * old question changes nothing; only what was heard is remembered.
 */
public final class TurnMachine {

    /** So long after a sound began, it is known whether the caller speaks. */
    public static final Duration SUSPICION = Duration.ofMillis(250);

    private static final Duration CALLER_SILENT = Duration.ofSeconds(60);
    private static final Duration CALLER_GONE = Duration.ofSeconds(30);
    private static final String TIME_IS_UP = "the call has lasted as long as it may";
    private static final String TURNS_ARE_UP = "the caller has asked as often as one call may";

    /**
     * What a call is like.
     *
     * @param limits            how long the call may last, and how many turns the caller may take
     * @param greeting          its first words; empty for none
     * @param resumeAfter       silence without words after which the bot, cut off, goes on
     * @param wording           judges the caller's words
     * @param greetingIsWhole   whether the greeting is spoken to its end whatever the caller says
     */
    public record Settings(Endpointing endpointing, CallLimits limits, String greeting, boolean greetingIsWhole, Duration resumeAfter,
            Phrases phrases, Wording wording) {

        public static Settings of(Company company) {
            return new Settings(company.endpointing(), company.limits(), company.greeting(), !company.interruption().duringGreeting(),
                    company.interruption().resumeAfter(), Phrases.of(company.language()), Wording.of(company.language()));
        }
    }

    private final Floor floor;
    private final Voice voice;
    private final CallerTurn caller;
    private Optional<Duration> begun = Optional.empty();
    private String farewell = TIME_IS_UP;
    private boolean callerTalksOverGreeting;

    public TurnMachine(Settings settings) {
        this.floor = new Floor(settings);
        this.voice = new Voice(floor);
        this.caller = new CallerTurn(floor, voice);
    }

    public State state() {
        return floor.state;
    }

    /** What was said up to now, as far as it was heard. */
    public List<Message> conversation() {
        return floor.memory.messages();
    }

    /** Whether the caller would interrupt the bot. */
    public boolean botSpeaks() {
        return floor.state instanceof Replying replying && replying.reply().audible;
    }

    /** Whether a turn of such words may be over, as far as words can tell; may be asked by any thread, of the turn that is being spoken. */
    public Predicate<String> mayBeAll() {
        Wording wording = floor.settings.wording();
        Expected expected = floor.memory.expected();
        return words -> wording.judge(words, expected).compareTo(Completeness.LIKELY) <= 0;
    }

    /** Takes the next event. */
    public List<Effect> on(Event event) {
        floor.effects.clear();
        if (!(floor.state instanceof Ended)) {
            handle(event);
        }
        return List.copyOf(floor.effects);
    }

    private void handle(Event event) {
        if (event instanceof Event.Tick tick) {
            tick(tick.sinceOpened());
        } else if (event instanceof Event.Begin) {
            begin();
        } else if (event instanceof Event.Configured configured) {
            floor.settings = configured.settings();
        } else if (event instanceof Event.Typed typed) {
            type(typed.text(), typed.spoken());
        } else if (event instanceof Event.SpeechSuspected) {
            speechSuspected();
        } else if (event instanceof Event.SpeechStarted) {
            speechStarted();
        } else if (event instanceof Event.SpeechPaused paused) {
            speechPaused(paused.silence());
        } else if (floor.state instanceof Pausing pausing) {
            caller.on(pausing, event);
        } else if (floor.state instanceof Hearing hearing) {
            caller.on(hearing, event);
        } else if (floor.state instanceof Replying replying && voice.on(replying.reply(), event)) {
            finish(replying.reply());
        }
    }

    private void begin() {
        if (floor.state instanceof Idle) {
            begun = Optional.of(floor.now);
            floor.listen();
            if (!floor.settings.greeting().isBlank()) {
                floor.state = new Replying(voice.say(Purpose.GREETING, floor.settings.greeting()));
            }
        }
    }

    private void speechStarted() {
        if (floor.state instanceof Pausing pausing) {
            caller.goOn(pausing);
        } else if (floor.state instanceof Listening) {
            caller.begin(Optional.empty());
        } else if (floor.state instanceof Replying replying) {
            interrupt(replying.reply());
        }
    }

    private void speechSuspected() {
        if (floor.state instanceof Replying replying && replying.reply().audible && canBeInterrupted(replying.reply())) {
            voice.pauseOnSuspicion(replying.reply());
        }
    }

    private void interrupt(Reply reply) {
        if (canBeInterrupted(reply)) {
            caller.begin(Optional.of(reply));
        } else if (reply.purpose == Purpose.GREETING) {
            callerTalksOverGreeting = true;
        }
    }

    private boolean canBeInterrupted(Reply reply) {
        return reply.purpose != Purpose.GOODBYE && !(reply.purpose == Purpose.GREETING && floor.settings.greetingIsWhole());
    }

    private void speechPaused(Duration silence) {
        callerTalksOverGreeting = false;
        if (floor.state instanceof Hearing hearing) {
            caller.pause(hearing, silence);
        }
    }

    private void type(String text, boolean spoken) {
        if (!text.isBlank() && !isLeaving()) {
            begun = begun.or(() -> Optional.of(floor.now));
            caller.typed(text, spoken);
        }
    }

    private void finish(Reply reply) {
        voice.endSuspicion(reply);
        voice.closeTurn(reply, reply.heard ? Outcome.ANSWERED : Outcome.NOT_SPOKEN);
        floor.state = new Listening(floor.now, reply.purpose == Purpose.STILL_THERE);
        if (reply.purpose == Purpose.GOODBYE) {
            end(farewell);
        } else if (callerTalksOverGreeting) {
            callerTalksOverGreeting = false;
            caller.begin(Optional.empty());
        }
    }

    private void tick(Duration sinceOpened) {
        floor.now = sinceOpened;
        if (!isLeaving() && begun.isPresent() && floor.hasPassed(begun.get(), floor.settings.limits().duration())) {
            leave(TIME_IS_UP);
        } else if (floor.state instanceof Listening listening) {
            listen(listening);
        } else if (floor.state instanceof Pausing pausing) {
            caller.onTick(pausing);
        } else if (floor.state instanceof Replying replying) {
            await(replying.reply());
        }
    }

    private boolean isLeaving() {
        return floor.state instanceof Replying replying && replying.reply().purpose == Purpose.GOODBYE;
    }

    private void listen(Listening listening) {
        if (floor.memory.callerTurns() >= floor.settings.limits().turns()) {
            leave(TURNS_ARE_UP);
        } else if (listening.asked() && floor.hasPassed(listening.since(), CALLER_GONE)) {
            end("the caller is silent");
        } else if (!listening.asked() && floor.hasPassed(listening.since(), CALLER_SILENT)) {
            floor.state = new Replying(voice.say(Purpose.STILL_THERE, floor.settings.phrases().stillThere()));
        }
    }

    private void await(Reply reply) {
        if (reply.purpose == Purpose.GOODBYE && floor.hasPassed(reply.lastProgress, Voice.GOODBYE_DEADLINE)) {
            end(farewell);
        } else if (voice.onTick(reply)) {
            finish(reply);
        }
    }

    private void leave(String reason) {
        closeWhatIsOpen();
        farewell = reason;
        floor.state = new Replying(voice.say(Purpose.GOODBYE, floor.settings.phrases().goodbye()));
    }

    private void end(String reason) {
        closeWhatIsOpen();
        floor.state = new Ended();
        floor.emit(new CallEvent.Ended(reason));
    }

    private void closeWhatIsOpen() {
        caller.end();
        if (floor.state instanceof Replying replying) {
            voice.abandon(replying.reply(), Outcome.CALL_ENDED);
        }
    }
}
