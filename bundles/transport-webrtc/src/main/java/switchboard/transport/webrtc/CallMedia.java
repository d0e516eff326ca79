package switchboard.transport.webrtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.MediaConnection;
import switchboard.api.call.MediaListener;

/**
 * The media of one call: one device module, one factory and one peer connection, which is never renegotiated.
 *
 * <p>This is how webrtc-java 0.14.0 can be used without aborting the JVM (devopvoid/webrtc-java#217, see
 * {@link Speaker}). With a release that contains #289 go back to one shared factory; nothing outside this class, Speaker
 * and {@link NativeRelease} knows of it.
 *
 * <p>Thread-safe. The library's callbacks only set flags and hand over to {@link Ears}; every other use of the peer
 * connection holds {@link #peerLock}, and freeing it is the last of them.
 */
final class CallMedia implements MediaConnection, PeerConnectionObserver {

    private static final Logger log = LoggerFactory.getLogger(CallMedia.class);
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The contract allows five seconds. */
    private static final Duration ANSWER_TIME = Duration.ofMillis(4_500);
    private static final int MAX_CHANNELS = 8;

    private final String name = "webrtc-" + COUNT.incrementAndGet();
    private final HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory factory = new PeerConnectionFactory(device);
    private final CustomAudioSource source = new CustomAudioSource();
    private final RTCPeerConnection peer;
    private final AudioTrack track;
    private final RTCRtpSender sender;
    private final MediaListener listener;
    private final Consumer<CallMedia> whenClosed;
    private final Ears ears;
    private final Speaker speaker;
    private final SignsOfLife life = new SignsOfLife(System.nanoTime());
    private final List<MessageChannel> channels = new CopyOnWriteArrayList<>();
    private final CountDownLatch gathered = new CountDownLatch(1);
    private final AtomicBoolean lost = new AtomicBoolean();
    private final Object closeLock = new Object();
    private final Object peerLock = new Object();
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile String answerSdp = "";
    private volatile @Nullable AudioTrack microphone;

    CallMedia(RTCConfiguration configuration, MediaListener listener, MediaCounts counts, Consumer<CallMedia> whenClosed) {
        this.listener = listener;
        this.whenClosed = whenClosed;
        this.ears = new Ears(name + "-ears", listener::heard, counts);
        this.peer = factory.createPeerConnection(configuration, this);
        this.track = factory.createAudioTrack("bot", source);
        this.sender = peer.addTrack(track, List.of("bot"));
        this.speaker = new Speaker(name + "-pacer", peer, device, source, () -> connected, this::armed, listener::play, counts);
    }

    /**
     * Answers the offer and starts the call's threads. Whatever it throws, the caller closes this.
     *
     * @throws Error if the library cannot read the SDP
     */
    void answer(String offerSdp) throws InterruptedException, TimeoutException {
        Deadline deadline = Deadline.in(ANSWER_TIME);
        RTCSessionDescription offer = new RTCSessionDescription(RTCSdpType.OFFER, PacketTime.ofTenMs(offerSdp));
        Descriptions.set(observer -> peer.setRemoteDescription(offer, observer), deadline);
        refuseAllButOneAudio();
        RTCSessionDescription answer =
                Descriptions.create(observer -> peer.createAnswer(new RTCAnswerOptions(), observer), deadline);
        Descriptions.set(observer -> peer.setLocalDescription(answer, observer), deadline);
        gathered.await(deadline.remainingNs(), TimeUnit.NANOSECONDS); // else with the candidates there are
        answerSdp = PacketTime.ofTenMs(peer.getLocalDescription().sdp);
        ears.start();
        speaker.start();
    }

    @Override
    public String answerSdp() {
        return answerSdp;
    }

    @Override
    public void addCandidate(String candidate, String sdpMid, int sdpMLineIndex) {
        if (candidate.isBlank()) {
            return; // the end of candidates, RFC 8840; the library takes an empty one for an error
        }
        synchronized (peerLock) {
            if (closed) {
                return;
            }
            try {
                peer.addIceCandidate(new RTCIceCandidate(sdpMid, sdpMLineIndex, candidate));
            } catch (RuntimeException | Error e) { // a malformed one is a java.lang.Error
                log.debug("connection={} candidate ignored reason={}", name, e.getMessage());
            }
        }
    }

    @Override
    public boolean send(String text) {
        return channels.stream().filter(MessageChannel::isOpen).findFirst().map(channel -> channel.send(text)).orElse(false);
    }

    /** Frames of the caller that have not been heard yet. */
    int waiting() {
        return ears.waiting();
    }

    /** Called every second: finds out whether the call is still alive. */
    void check() {
        synchronized (peerLock) {
            if (!closed && !lost.get()) {
                life.check(System.nanoTime(), () -> Statistics.packetsReceived(peer)).ifPresent(this::lose);
            }
        }
    }

    @Override
    public void close() {
        synchronized (closeLock) {
            if (closed) {
                return;
            }
            lost.set(true); // whatever the library reports from now on is this side's doing
            speaker.stop(); // no push may run while the peer connection closes
            ears.stop();
            synchronized (peerLock) {
                closed = true;
                release();
            }
        }
        whenClosed.accept(this);
    }

    /** In this order: each needs the ones after it. */
    private void release() {
        AudioTrack heard = microphone;
        if (heard != null) {
            attempt(() -> heard.removeSink(ears));
        }
        channels.forEach(channel -> attempt(channel::dispose));
        attempt(() -> NativeRelease.closeAndRelease(peer));
        attempt(() -> NativeRelease.release(sender));
        attempt(track::dispose);
        attempt(source::dispose);
        attempt(device::stopPlayout);
        attempt(factory::dispose);
        attempt(device::dispose);
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) { // the library throws plain Errors; the other steps must still run
            log.warn("connection={} could not be released completely", name, e);
        }
    }

    private void armed() {
        life.armed(System.nanoTime());
        ears.notice(listener::connected);
        ears.listen();
    }

    private void lose(String reason) {
        if (lost.compareAndSet(false, true)) {
            ears.notice(() -> listener.disconnected(reason));
        }
    }

    private void refuseAllButOneAudio() {
        boolean heard = false;
        for (RTCRtpTransceiver transceiver : peer.getTransceivers()) {
            boolean audio = transceiver.getReceiver().getTrack() instanceof AudioTrack;
            if (!audio || heard) {
                transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
            }
            heard |= audio;
        }
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        // all of them stand in the answer
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            gathered.countDown();
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        log.debug("connection={} state={}", name, state);
        connected |= state == RTCPeerConnectionState.CONNECTED;
        if (state == RTCPeerConnectionState.FAILED) {
            lose("the network connection failed");
        }
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        if (microphone == null && transceiver.getReceiver().getTrack() instanceof AudioTrack audio) {
            microphone = audio;
            audio.addSink(ears);
        }
    }

    @Override
    public void onDataChannel(RTCDataChannel channel) {
        channels.add(new MessageChannel(channel, this::received, this::unreadable, this::channelClosed));
        if (channels.size() > MAX_CHANNELS) {
            lose("the caller opened more than %d data channels".formatted(MAX_CHANNELS));
        }
    }

    private void received(String text) {
        notice(() -> listener.message(text));
    }

    private void unreadable(String reason) {
        notice(() -> listener.unreadable(reason));
    }

    private void notice(Runnable message) {
        life.sign(System.nanoTime());
        if (!ears.notice(message)) {
            log.debug("connection={} message dropped reason=\"too many waiting\"", name);
        }
    }

    /** A caller may close one channel and go on with another. */
    private void channelClosed() {
        if (channels.stream().noneMatch(MessageChannel::isOpen)) {
            lose("the caller closed the data channel");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
