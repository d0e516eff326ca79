package switchboard.transport.webrtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import switchboard.api.call.MediaConnection;

/** The other end of a call, in the same JVM: offers audio and a data channel like a browser does. */
final class TestCaller implements PeerConnectionObserver, AutoCloseable {

    final Ear heard = new Ear();
    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    private final Deadline deadline = Deadline.in(Duration.ofSeconds(10));
    private final HeadlessAudioDeviceModule device = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory factory = new PeerConnectionFactory(device);
    private final CustomAudioSource source = new CustomAudioSource();
    private final RTCPeerConnection peer = factory.createPeerConnection(Network.configuration(), this);
    private final AudioTrack track = factory.createAudioTrack("caller", source);
    private final RTCRtpSender sender = peer.addTrack(track, List.of("caller"));
    private final CountDownLatch gathered = new CountDownLatch(1);
    private final MediaCounts counts = new MediaCounts();
    private final Ears ears = new Ears("caller-ears", heard::accept, counts);
    private final Speaker speaker;
    private final MessageChannel channel;
    private volatile boolean connected;
    private volatile @Nullable AudioTrack remote;

    TestCaller(double playedHz) {
        RTCDataChannel created = peer.createDataChannel("chat", new RTCDataChannelInit());
        this.channel = new MessageChannel(created, messages::add, reason -> { }, () -> { });
        Tone tone = new Tone(playedHz, 24_000);
        this.speaker = new Speaker("caller-pacer", peer, device, source, () -> connected, ears::listen, tone::fill, counts);
    }

    String offer() throws Exception {
        RTCSessionDescription offer =
                Descriptions.create(observer -> peer.createOffer(new RTCOfferOptions(), observer), deadline);
        Descriptions.set(observer -> peer.setLocalDescription(offer, observer), deadline);
        gathered.await(2, TimeUnit.SECONDS);
        return peer.getLocalDescription().sdp;
    }

    void accept(MediaConnection call) throws Exception {
        RTCSessionDescription answer = new RTCSessionDescription(RTCSdpType.ANSWER, call.answerSdp());
        Descriptions.set(observer -> peer.setRemoteDescription(answer, observer), deadline);
        ears.start();
        speaker.start();
    }

    boolean send(String text) {
        return channel.send(text);
    }

    @Override
    public void close() {
        speaker.stop();
        ears.stop();
        AudioTrack heardTrack = remote;
        if (heardTrack != null) {
            heardTrack.removeSink(ears);
        }
        channel.dispose();
        NativeRelease.closeAndRelease(peer);
        NativeRelease.release(sender);
        track.dispose();
        source.dispose();
        device.stopPlayout();
        factory.dispose();
        device.dispose();
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        // all of them stand in the offer
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            gathered.countDown();
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        connected |= state == RTCPeerConnectionState.CONNECTED;
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        if (transceiver.getReceiver().getTrack() instanceof AudioTrack audio) {
            remote = audio;
            audio.addSink(ears);
        }
    }
}
