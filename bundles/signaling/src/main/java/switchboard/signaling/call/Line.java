package switchboard.signaling.call;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.Conversation;
import switchboard.api.call.MediaConnection;
import switchboard.api.call.MediaListener;
import switchboard.signaling.rtvi.ClientMessage;

/** One media connection of a call, and what its client says. One that was replaced is neither heard nor played. Thread-safe. */
final class Line implements MediaListener {

    /** How long a caller who was lost may come back. */
    private static final Duration COME_BACK = Duration.ofSeconds(6);
    /** Clients ping every second; without any for so long they are gone. */
    private static final Duration PINGS = Duration.ofSeconds(4);
    /** A client that has not even connected by then never will. */
    private static final Duration CONNECT = Duration.ofSeconds(30);
    /** Clients without a data channel hear the greeting nevertheless. */
    private static final Duration READY = Duration.ofMillis(1500);

    private final String id;
    private final Call call;
    private final Conversation conversation;
    private final Talk talk;
    private final ScheduledExecutorService executor;
    private final Outbox outbox = new Outbox(this::sendNow);
    private volatile @Nullable MediaConnection connection;
    private volatile boolean connected;
    private volatile boolean ready;
    private volatile long lastPingNs;

    Line(String id, Call call, Conversation conversation, Talk talk, ScheduledExecutorService executor) {
        this.id = id;
        this.call = call;
        this.conversation = conversation;
        this.talk = talk;
        this.executor = executor;
    }

    /** Called once, when the offer is answered; from then on the client has to connect. */
    void carriedBy(MediaConnection media) {
        connection = media;
        executor.schedule(() -> {
            if (!connected && call.isCarriedBy(this)) {
                call.close("the caller did not connect within " + CONNECT.toSeconds() + " s");
            }
        }, CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    }

    Call.Answer answer() {
        return new Call.Answer(id, connection().answerSdp());
    }

    void addCandidate(String candidate, String sdpMid, int sdpMLineIndex) {
        connection().addCandidate(candidate, sdpMid, sdpMLineIndex);
    }

    /** Sends a message, as soon as the client's channel is open. */
    void send(String message) {
        outbox.send(message);
    }

    void close() {
        MediaConnection open = connection;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void connected() {
        connected = true;
        if (ready) {
            conversation.begin();
        } else {
            executor.schedule(conversation::begin, READY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void heard(AudioClip frame) {
        if (call.isCarriedBy(this)) {
            conversation.hear(frame);
        }
    }

    @Override
    public void play(float[] frame) {
        if (call.isCarriedBy(this)) {
            conversation.play(frame);
        }
    }

    @Override
    public void message(String text) {
        outbox.flush();
        ClientMessage message = ClientMessage.read(text);
        if (message instanceof ClientMessage.Ping) {
            pinged();
        } else if (message instanceof ClientMessage.Disconnect) {
            call.close("the caller hung up");
        } else {
            talk.answer(message).forEach(this::send);
        }
        if (message instanceof ClientMessage.Ready) {
            ready = true;
            beginWhenHeard();
        }
    }

    @Override
    public void unreadable(String reason) {
        talk.refuse(reason).forEach(this::send);
    }

    @Override
    public void disconnected(String reason) {
        executor.schedule(() -> {
            if (call.isCarriedBy(this)) {
                call.close(reason);
            }
        }, COME_BACK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean sendNow(String text) {
        MediaConnection open = connection;
        return open != null && open.send(text);
    }

    private MediaConnection connection() {
        MediaConnection open = connection;
        if (open == null) {
            throw new IllegalStateException("the line is not open yet");
        }
        return open;
    }

    private void beginWhenHeard() {
        if (connected) {
            conversation.begin();
        }
    }

    /** The first ping starts the watch. */
    private void pinged() {
        boolean first = lastPingNs == 0;
        lastPingNs = System.nanoTime();
        if (first) {
            watch();
        }
    }

    private void watch() {
        if (!call.isCarriedBy(this)) {
            return;
        }
        Duration since = Duration.ofNanos(System.nanoTime() - lastPingNs);
        if (since.compareTo(PINGS.plus(COME_BACK)) >= 0) {
            call.close("the caller is gone");
        } else {
            executor.schedule(this::watch, 1, TimeUnit.SECONDS);
        }
    }
}
