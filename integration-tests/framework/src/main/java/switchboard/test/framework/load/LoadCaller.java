package switchboard.test.framework.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversation;
import switchboard.api.call.Conversations;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company;

/** A call that asks one question after the other until it is told to stop or its time is up, and keeps nothing but figures. */
final class LoadCaller implements AutoCloseable {

    private static final int HEARD = MediaListener.HEARD_HZ / 100;
    private static final int PLAYED = MediaListener.PLAYED_HZ / 100;
    private static final long PATIENCE_S = 20;

    private final List<AudioClip> questions;
    private final Duration thinking;
    private final LoadFigures figures;
    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private final Queue<float[]> toSay = new ConcurrentLinkedQueue<>();
    private final Gaps gaps;
    private final Conversation conversation;
    private final ScheduledFuture<?> clock;
    private final Thread thread;
    private final Duration limit;
    private final long openedNs = System.nanoTime();
    private volatile boolean wanted = true;

    /** @param thinking from the end of an answer to the next question */
    LoadCaller(Conversations conversations, String callId, Company company, List<AudioClip> questions, Duration thinking,
            ScheduledExecutorService clocks, LoadFigures figures) {
        this.questions = questions;
        this.thinking = thinking;
        this.figures = figures;
        this.limit = company.limits().duration();
        this.gaps = new Gaps(ms -> figures.gap(callId, ms));
        this.conversation = conversations.open(callId, company, this::happened);
        this.clock = clocks.scheduleAtFixedRate(this::tenMilliseconds, 0, 10, TimeUnit.MILLISECONDS);
        this.thread = new Thread(this::run, callId);
        conversation.begin();
        thread.start();
    }

    /** Ends after the answer to the question that was asked last. */
    void stop() {
        wanted = false;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        thread.join(TimeUnit.SECONDS.toMillis(3 * PATIENCE_S));
        clock.cancel(false);
        conversation.close();
    }

    private void run() {
        try {
            await(CallEvent.BotStoppedSpeaking.class);
            for (int i = 0; wanted; i++) {
                TimeUnit.MILLISECONDS.sleep(thinking.toMillis());
                events.clear();
                say(questions.get(i % questions.size()));
                boolean answered = await(CallEvent.TurnMeasured.class) && await(CallEvent.BotStoppedSpeaking.class);
                figures.asked(answered);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(AudioClip question) {
        for (int from = 0; from < question.samples().length; from += HEARD) {
            toSay.add(Arrays.copyOfRange(question.samples(), from, from + HEARD));
        }
    }

    private boolean await(Class<? extends CallEvent> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (System.nanoTime() < end) {
            if (wanted.isInstance(events.poll(100, TimeUnit.MILLISECONDS))) {
                return true;
            }
        }
        return false;
    }

    private void happened(CallEvent event) {
        if (event instanceof CallEvent.BotStartedSpeaking) {
            gaps.speaking(true);
        } else if (event instanceof CallEvent.BotStoppedSpeaking) {
            gaps.speaking(false);
        } else if (event instanceof CallEvent.TurnMeasured turn) {
            figures.measured(turn.ledger());
        } else if (event instanceof CallEvent.Failure failure) {
            figures.failed(failure.message());
        } else if (event instanceof CallEvent.Ended) {
            ended();
        }
        events.add(event);
    }

    private void ended() {
        wanted = false;
        if (System.nanoTime() - openedNs < limit.toNanos()) {
            figures.dropped();
        }
    }

    private void tenMilliseconds() {
        float[] said = toSay.poll();
        conversation.hear(new AudioClip(MediaListener.HEARD_HZ, said == null ? new float[HEARD] : said));
        float[] heard = new float[PLAYED];
        conversation.play(heard);
        gaps.frame(heard);
    }
}
