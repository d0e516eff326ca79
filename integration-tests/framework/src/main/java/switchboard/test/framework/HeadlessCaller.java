package switchboard.test.framework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversation;
import switchboard.api.call.Conversations;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company;

/** Talks to a conversation in real time, frame by frame, as a line would; without a network. */
final class HeadlessCaller implements AutoCloseable {

    private static final int HEARD = MediaListener.HEARD_HZ / 100;
    private static final int PLAYED = MediaListener.PLAYED_HZ / 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private final List<CallEvent> all = new CopyOnWriteArrayList<>();
    private final List<AudioClip> heard = new CopyOnWriteArrayList<>();
    private final BlockingQueue<float[]> toSay = new LinkedBlockingQueue<>();
    private final Loudspeaker loudspeaker;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Conversation conversation;

    HeadlessCaller(Conversations conversations, String callId, Company company) {
        this(conversations, callId, company, Loudspeaker.OFF);
    }

    /** @param loudspeaker how much of the assistant the caller's microphone picks up */
    HeadlessCaller(Conversations conversations, String callId, Company company, Loudspeaker loudspeaker) {
        this.loudspeaker = loudspeaker;
        conversation = conversations.open(callId, company, event -> {
            all.add(event);
            events.add(event);
        });
        clock.scheduleAtFixedRate(this::tenMilliseconds, 0, 10, TimeUnit.MILLISECONDS);
        conversation.begin();
    }

    /** Says something, whoever else speaks. */
    void say(AudioClip words) {
        for (int from = 0; from < words.samples().length; from += HEARD) {
            toSay.add(Arrays.copyOfRange(words.samples(), from, from + HEARD));
        }
    }

    /** Waits until the assistant has said what it has to say. */
    void listen() throws InterruptedException {
        await(CallEvent.BotStoppedSpeaking.class::isInstance);
    }

    /** Says something and waits for the whole answer; returns what was answered. */
    String ask(AudioClip question) throws InterruptedException {
        events.clear();
        say(question);
        await(CallEvent.TurnMeasured.class::isInstance);
        List<String> heard = new ArrayList<>();
        await(event -> {
            if (event instanceof CallEvent.BotSegment segment && segment.completed()) {
                heard.add(segment.text());
            }
            return event instanceof CallEvent.BotStoppedSpeaking;
        });
        return String.join(" ", heard);
    }

    /** What came over the line until now, silence too. */
    AudioClip heard() {
        return AudioClip.joined(MediaListener.PLAYED_HZ, heard);
    }

    List<CallEvent> all() {
        return List.copyOf(all);
    }

    void await(Predicate<CallEvent> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<CallEvent> event = Optional.ofNullable(events.poll(100, TimeUnit.MILLISECONDS));
            if (event.filter(wanted).isPresent()) {
                return;
            }
        }
        throw new AssertionError("did not happen within " + PATIENCE.toSeconds() + " s; so far: " + all);
    }

    private void tenMilliseconds() {
        float[] frame = toSay.poll();
        conversation.hear(new AudioClip(MediaListener.HEARD_HZ, loudspeaker.mix(frame == null ? new float[HEARD] : frame)));
        float[] played = new float[PLAYED];
        conversation.play(played);
        loudspeaker.play(played);
        heard.add(new AudioClip(MediaListener.PLAYED_HZ, played));
    }

    @Override
    public void close() {
        conversation.close();
        clock.shutdownNow();
    }
}
