package switchboard.test.framework.company;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversation;
import switchboard.api.call.Conversations;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company;
import switchboard.test.framework.Eventually;

/** A call that is silent but for some noise, types, and hears the answers. */
final class TypingCaller implements AutoCloseable {

    private final List<CallEvent> all = new CopyOnWriteArrayList<>();
    private final Conversation conversation;
    private final ScheduledFuture<?> clock;
    private final AtomicInteger loudFrames = new AtomicInteger();

    TypingCaller(Conversations conversations, String callId, Company company, ScheduledExecutorService clocks) {
        conversation = conversations.open(callId, company, all::add);
        clock = clocks.scheduleAtFixedRate(this::tenMilliseconds, 0, 10, TimeUnit.MILLISECONDS);
        conversation.begin();
    }

    /** Waits until the assistant becomes audible. */
    void awaitVoice() throws InterruptedException {
        Eventually.present(() -> all.stream().filter(CallEvent.BotStartedSpeaking.class::isInstance).findFirst());
    }

    /** Asks in writing; returns the whole answer, which is spoken. */
    String ask(String question) throws InterruptedException {
        int before = all.size();
        conversation.type(question, true);
        Eventually.present(() -> since(before).stream().filter(CallEvent.ReplyEnded.class::isInstance).findFirst());
        StringBuilder answer = new StringBuilder();
        since(before).forEach(event -> {
            if (event instanceof CallEvent.ReplyText text) {
                answer.append(text.text());
            }
        });
        return answer.toString();
    }

    /** Asks in writing; returns as soon as the answer is to be heard. */
    void askAndListen(String question) throws InterruptedException {
        int before = all.size();
        conversation.type(question, true);
        await(before, CallEvent.BotStartedSpeaking.class);
    }

    /** Is loud for a while, from now on; returns at once. */
    void makeNoise(Duration time) {
        loudFrames.set((int) time.toMillis() / 10);
    }

    /** How much has happened. */
    int events() {
        return all.size();
    }

    /** Waits for an event after those. */
    <E extends CallEvent> E await(int before, Class<E> kind) throws InterruptedException {
        return kind.cast(Eventually.present(() -> since(before).stream().filter(kind::isInstance).findFirst()));
    }

    /** What went wrong, or ended the call. */
    List<CallEvent> troubles() {
        return all.stream().filter(event -> event instanceof CallEvent.Failure || event instanceof CallEvent.Ended).toList();
    }

    List<CallEvent> since(int before) {
        List<CallEvent> now = List.copyOf(all);
        return now.subList(before, now.size());
    }

    private void tenMilliseconds() {
        float[] frame = new float[MediaListener.HEARD_HZ / 100];
        float level = loudFrames.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 0.9f : 0;
        for (int i = 0; i < frame.length; i++) {
            frame[i] = i % 2 == 0 ? level : -level; // unlike the assistant's voice, which would be an echo
        }
        conversation.hear(new AudioClip(MediaListener.HEARD_HZ, frame));
        conversation.play(new float[MediaListener.PLAYED_HZ / 100]);
    }

    @Override
    public void close() {
        clock.cancel(false);
        conversation.close();
    }
}
