package switchboard.bench.endpointing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company.CallLimits;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.model.ModelThreads;
import switchboard.api.stt.TranscriptionException;
import switchboard.api.turn.Pause;
import switchboard.conversation.echo.Echo;
import switchboard.conversation.turn.Effect;
import switchboard.conversation.turn.Event;
import switchboard.conversation.turn.Phrases;
import switchboard.conversation.turn.TurnMachine;
import switchboard.conversation.vad.Hearing;
import switchboard.conversation.words.Wording;

/** One call with real models and the real machine, in time that is counted, not lived through. */
final class Simulation {

    private static final Duration FRAME = Duration.ofMillis(10);
    private static final int FRAME_SAMPLES = MediaListener.HEARD_HZ / 100;
    /** What the models take on two cores; bench/README.md says where the figures come from. */
    private static final long TRANSCRIBING_MS = 25;
    private static final long TRANSCRIBING_MS_PER_SECOND = 18;
    private static final long JUDGING_MS = 65;
    private static final long ANSWERING_MS = 5;
    private static final long SPEAKING_MS = 95;

    private final Models models;
    private final TurnMachine machine;
    private final Hearing hearing;
    private final PriorityQueue<Due> future = new PriorityQueue<>(Comparator.comparingLong(Due::ms));
    private final Worker transcriber = new Worker();
    private final Worker judge = new Worker();
    private final List<Ended> ends = new ArrayList<>();
    private String words = "";
    private long nowMs;
    private @Nullable Long draftMs;

    private record Due(long ms, Runnable happens) {}

    /**
     * A turn was over.
     *
     * @param ms      when that was decided
     * @param heardMs when the answer could be heard at the server's end of the line
     */
    record Ended(long ms, long heardMs, String words) {}

    /** @param asked what the assistant has said before; empty if nothing */
    Simulation(Models models, Endpointing settings, String asked) {
        this.models = models;
        this.machine = new TurnMachine(new TurnMachine.Settings(settings, new CallLimits(1, Duration.ofHours(1), Integer.MAX_VALUE), asked, false, Duration.ofMillis(400), Phrases.of("en"), Wording.of("en")));
        this.hearing = new Hearing(settings, () -> Optional.of(models.activity()), new ModelThreads(), new Echo(), this::happened);
        happened(new Event.Begin());
        if (!asked.isEmpty()) {
            happened(new Event.SegmentStarted(1));
            happened(new Event.SegmentFinished(1));
        }
    }

    /** What happened when it was said. */
    List<Ended> hear(float[] samples) {
        for (int from = 0; from + FRAME_SAMPLES <= samples.length; from += FRAME_SAMPLES) {
            nowMs += FRAME.toMillis();
            while (!future.isEmpty() && future.peek().ms <= nowMs) {
                future.poll().happens.run();
            }
            hearing.accept(new AudioClip(MediaListener.HEARD_HZ, Arrays.copyOfRange(samples, from, from + FRAME_SAMPLES)), 0, Duration.ofMillis(100), false);
            happened(new Event.Tick(Duration.ofMillis(nowMs)));
        }
        hearing.close();
        return ends;
    }

    private void happened(Event event) {
        for (Effect effect : machine.on(event)) {
            perform(effect);
        }
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Transcribe wanted) {
            AudioClip turn = hearing.turn();
            transcriber.run(() -> {
                words = words(turn);
                return Math.round(TRANSCRIBING_MS + TRANSCRIBING_MS_PER_SECOND * turn.samples().length / (double) MediaListener.HEARD_HZ);
            }, () -> happened(new Event.TranscriptReady(wanted.pause(), words)));
        } else if (effect instanceof Effect.JudgeTurn wanted) {
            AudioClip turn = hearing.turn();
            float[] probability = {0};
            judge.run(() -> {
                probability[0] = models.turn().endOfTurn(new Pause(turn, wanted.transcript(), wanted.silence()));
                return JUDGING_MS;
            }, () -> happened(new Event.TurnJudged(wanted.pause(), probability[0], models.turn().threshold())));
        } else if (effect instanceof Effect.DropSpeech) {
            hearing.drop();
        } else if (effect instanceof Effect.StartReply start) {
            draftMs = nowMs + ANSWERING_MS + SPEAKING_MS;
            if (!start.speculative()) {
                ends.set(ends.size() - 1, new Ended(nowMs, draftMs, words));
            }
        } else if (effect instanceof Effect.TurnEnded ended) {
            ends.add(new Ended(nowMs, ended.speculated() && draftMs != null ? Math.max(nowMs, draftMs) : nowMs + ANSWERING_MS + SPEAKING_MS, words));
        }
    }

    private String words(AudioClip turn) {
        try {
            return models.words().transcribe(Resampler.resample(turn.followedBySilence(FRAME.multipliedBy(10)), models.words().sampleRateHz()), "en");
        } catch (TranscriptionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does one thing at a time, and of those that wait only the last. */
    private final class Worker {

        private boolean busy;
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        void run(LongSupplier work, Runnable answer) {
            if (busy) {
                waiting.clear();
                waiting.add(() -> run(work, answer));
                return;
            }
            busy = true;
            future.add(new Due(nowMs + work.getAsLong(), () -> {
                busy = false;
                answer.run();
                if (!waiting.isEmpty()) {
                    waiting.poll().run();
                }
            }));
        }
    }
}
