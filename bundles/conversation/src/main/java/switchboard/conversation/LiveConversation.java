package switchboard.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversation;
import switchboard.api.company.Company;
import switchboard.api.model.Succession;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.conversation.LiveConversations.Services;
import switchboard.conversation.echo.Echo;
import switchboard.conversation.foresight.Foresight;
import switchboard.conversation.foresight.SpareTime;
import switchboard.conversation.playout.Playout;
import switchboard.conversation.recognition.Recognition;
import switchboard.conversation.speech.Speaker;
import switchboard.conversation.turn.Effect;
import switchboard.conversation.turn.Event;
import switchboard.conversation.turn.State;
import switchboard.conversation.turn.TurnMachine;
import switchboard.conversation.vad.Hearing;

/**
 * One call: brings what happens to the turn machine, and does what it says. Everything runs on the call's own thread but
 * {@link #play}, which the pacer calls; whatever comes from elsewhere is posted.
 */
final class LiveConversation implements Conversation {

    private static final Logger log = LoggerFactory.getLogger(LiveConversation.class);
    private static final long TICK_MS = 20;
    private static final long MOST_UNHEARD_MS = 500;

    private final String callId;
    private final Company opened;
    private final Services services;
    private final Recognition recognition;
    private final Consumer<CallEvent> listener;
    private final Consumer<LiveConversation> whenClosed;
    private final Mailbox mailbox = new Mailbox();
    private final TurnMachine machine;
    private final Echo echo = new Echo();
    private final Hearing hearing;
    private final Foresight foresight;
    private final Playout playout;
    private final Speaker speaker;
    private final TurnTimes times = new TurnTimes();
    private final Answering answering;
    private final Thread thread;
    private final long openedNs = System.nanoTime();
    /** What the caller's device leaves out of what was played last, when it hears that the bot has paused. */
    private int unheardMs;
    /** The company, as the present turn knows it: halfway through an answer neither its voice nor its facts change. */
    private Company inForce;
    private volatile boolean muted;
    private volatile boolean closed;

    LiveConversation(String callId, Company company, Services services, Recognition recognition, Executor executor, SpareTime spare,
            Consumer<CallEvent> listener, Consumer<LiveConversation> whenClosed) {
        this.callId = callId;
        this.opened = company;
        this.inForce = company;
        this.services = services;
        this.recognition = recognition;
        this.listener = listener;
        this.whenClosed = whenClosed;
        this.machine = new TurnMachine(TurnMachine.Settings.of(company));
        this.hearing = new Hearing(company.endpointing(),
                () -> new Succession<>(services.models(), VoiceActivityDetector.class, callId, List.of(inForce.models().voiceActivityDetector(), ""))
                        .next(services.threads()::hangs), services.threads(), echo, this::happened);
        this.foresight = new Foresight(callId, recognition, services.assistant(), services.synthesis(), spare,
                (turn, words) -> post(() -> happened(new Event.WordsHeard(turn, words))));
        this.answering = new Answering(callId, services.assistant(), foresight, executor, this::post, times, this::happened);
        this.playout = new Playout(mark -> post(() -> played(mark)));
        this.speaker = new Speaker(callId, services.synthesis(), foresight.openings(), playout, new Speaker.Listener() {
            @Override
            public void synthesised(int segment, long nowNs, String owner) {
                post(() -> times.synthesised(segment, nowNs, owner));
            }

            @Override
            public void failed(int segment, String reason) {
                post(() -> happened(new Event.SegmentFailed(segment, reason)));
            }
        });
        this.thread = new Thread(this::run, "call-" + callId);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How many messages wait for the call's thread. */
    int behind() {
        return mailbox.depth();
    }

    @Override
    public void begin() {
        post(() -> happened(new Event.Begin()));
    }

    @Override
    public void hear(AudioClip frame) {
        AudioClip heard = muted ? new AudioClip(frame.sampleRateHz(), new float[frame.samples().length]) : frame;
        long playedThen = echo.playedFrames();
        if (!mailbox.postFrame(() -> listen(heard, playedThen))) {
            log.debug("call={} frame dropped", callId);
        }
    }

    @Override
    public void soundBegan(Duration unheard) {
        post(() -> {
            unheardMs = (int) Math.min(MOST_UNHEARD_MS, unheard.toMillis());
            if (!muted && isWary()) {
                hearing.warned();
            }
        });
    }

    @Override
    public void play(float[] frame) {
        playout.play(frame);
        echo.played(frame);
    }

    @Override
    public void type(String text, boolean spoken) {
        post(() -> {
            times.typed(System.nanoTime());
            happened(new Event.Typed(text, spoken));
        });
    }

    @Override
    public void mute(boolean silent) {
        muted = silent;
    }

    @Override
    public void close() {
        closed = true;
        post(() -> { }); // wakes the thread
    }

    private void post(Runnable message) {
        if (!mailbox.post(message)) {
            log.warn("call={} is hopelessly behind and ends", callId);
            closed = true;
        }
    }

    private void run() {
        try {
            long ticked = 0;
            while (!closed) {
                Runnable message = mailbox.next(TICK_MS);
                if (message != null) {
                    message.run();
                }
                long elapsed = (System.nanoTime() - openedNs) / 1_000_000;
                if (elapsed - ticked >= TICK_MS) {
                    ticked = elapsed;
                    happened(new Event.Tick(Duration.ofMillis(elapsed)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("call={} failed", callId, e);
            emit(new CallEvent.Ended("an internal error ended the call"));
        } finally {
            release();
        }
    }

    private void release() {
        closed = true;
        answering.close();
        foresight.close();
        services.assistant().forget(callId);
        speaker.close();
        hearing.close();
        whenClosed.accept(this);
    }

    private void listen(AudioClip frame, long playedThen) {
        Duration interrupts = inForce.interruption().minSpeech();
        hearing.accept(frame, playedThen, machine.botSpeaks() ? interrupts : inForce.endpointing().vadStart(), isWary());
        if (machine.state() instanceof State.Hearing speech && speech.held().isEmpty()) {
            foresight.goesOn(inForce, frame.duration(),
                    () -> new Foresight.View(inForce, speech.turn(), hearing.turn(), machine.conversation(), machine.mayBeAll()));
        } else if (!(machine.state() instanceof State.Pausing)) {
            foresight.nothingToSee();
        }
    }

    /** Whether the bot falls silent at any sound: it does not where speech must last longer than that to interrupt it. */
    private boolean isWary() {
        return machine.botSpeaks() && inForce.interruption().minSpeech().compareTo(TurnMachine.SUSPICION) < 0;
    }

    private void happened(Event event) {
        if (isBetweenTurns(event)) {
            renew();
        }
        if (event instanceof Event.SpeechPaused) {
            times.paused(hearing.lastSoundNs());
            foresight.pause();
        }
        for (Effect effect : machine.on(event)) {
            if (!closed) {
                perform(effect);
            }
        }
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Transcribe transcribe) {
            recognition.transcribe(inForce, transcribe.pause(), hearing.turn(), this::recognised);
        } else if (effect instanceof Effect.JudgeTurn judge) {
            recognition.judge(inForce, judge.pause(), hearing.turn(), judge.transcript(), judge.silence(), this::recognised);
        } else if (effect instanceof Effect.DropSpeech) {
            hearing.drop();
        } else if (effect instanceof Effect.StartReply start) {
            answering.start(inForce, start);
        } else if (effect instanceof Effect.CancelReply cancel) {
            answering.cancel(cancel.reply());
        } else if (effect instanceof Effect.Speak speak) {
            times.clause(speak.segment(), speak.turn(), System.nanoTime());
            speaker.say(inForce, speak.segment(), speak.text(), speak.fixed());
        } else if (effect instanceof Effect.StopSpeaking) {
            playout.stop();
        } else if (effect instanceof Effect.HoldSpeaking) {
            playout.hold(unheardMs);
        } else if (effect instanceof Effect.ResumeSpeaking) {
            playout.resume();
        } else if (effect instanceof Effect.TurnEnded ended) {
            times.ended(System.nanoTime(), ended.speculated(), hearing.lastSoundNs());
            if (ended.speculated()) {
                answering.confirm();
            }
        } else if (effect instanceof Effect.Emit emit) {
            emit(emit.event());
        } else if (effect instanceof Effect.CloseTurn close) {
            log.info("call={} company={} turn={} outcome={}", callId, opened.id(), close.turn(), close.outcome());
        }
    }

    private void recognised(Event answer, String owner) {
        long nowNs = System.nanoTime();
        post(() -> {
            times.recognised(answer, nowNs, owner);
            happened(answer);
        });
    }

    private void played(Playout.Mark mark) {
        if (mark instanceof Playout.Mark.Started started) {
            happened(new Event.SegmentStarted(started.segment()));
            times.audible(started.segment(), System.nanoTime()).ifPresent(ledger -> emit(new CallEvent.TurnMeasured(ledger)));
        } else if (mark instanceof Playout.Mark.Resumed resumed) {
            log.info("call={} company={} event=speech-gap ms={}", callId, opened.id(), resumed.silentMs());
            services.synthesis().tally().gap(Duration.ofMillis(resumed.silentMs()));
        } else {
            happened(new Event.SegmentFinished(mark.segment()));
        }
    }

    private void emit(CallEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            log.warn("call={} listener failed", callId, e);
        }
    }

    /** The greeting belongs to the company that was called, in its voice: it is no turn. */
    private boolean isBetweenTurns(Event event) {
        State state = machine.state();
        return state instanceof State.Listening || event instanceof Event.Typed
                || event instanceof Event.SpeechStarted && !(state instanceof State.Pausing);
    }

    /** Takes over what was edited; a company that has been removed keeps answering the calls that are open. */
    private void renew() {
        Company now = services.companies().find(opened.id()).orElse(inForce);
        if (now != inForce) {
            inForce = now;
            machine.on(new Event.Configured(TurnMachine.Settings.of(now)));
        }
    }
}
