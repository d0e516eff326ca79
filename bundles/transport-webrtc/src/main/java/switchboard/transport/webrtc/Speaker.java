package switchboard.transport.webrtc;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.Wav;
import switchboard.api.call.MediaListener;

/**
 * Sends 10 ms of audio every 10 ms, on a thread of its own: arms, then paces.
 *
 * <p><b>Arming.</b> When a send stream starts, libwebrtc starts the capture thread of the device module, which races
 * {@code pushAudio}: the whole JVM aborts (devopvoid/webrtc-java#217). So nothing is pushed before a packet was sent,
 * which proves that the capture runs; then the capture is stopped; then this thread is the only one that feeds.
 */
final class Speaker {

    private static final Logger log = LoggerFactory.getLogger(Speaker.class);

    private static final int FRAME_SAMPLES = MediaListener.PLAYED_HZ / 100;
    private static final long FRAME_NS = 10_000_000;

    /** Later than this, for example because the machine slept, what was missed is skipped, not caught up with. */
    private static final long MAX_LATE_NS = 300_000_000;

    private final RTCPeerConnection peer;
    private final HeadlessAudioDeviceModule device;
    private final CustomAudioSource source;
    private final BooleanSupplier connected;
    private final Runnable armed;
    private final Consumer<float[]> voice;
    private final MediaCounts counts;
    private final Thread thread;
    private volatile boolean open = true;
    private boolean failed;

    /**
     * A speaker that does not speak yet.
     *
     * @param connected whether the peers have found each other
     * @param armed     runs once, on this speaker's thread: what the voice says from now on is heard
     * @param voice     fills 240 samples of silence at 24 kHz; called every 10 ms, must not block
     * @param counts    told how late each frame was
     */
    Speaker(String name, RTCPeerConnection peer, HeadlessAudioDeviceModule device, CustomAudioSource source,
            BooleanSupplier connected, Runnable armed, Consumer<float[]> voice, MediaCounts counts) {
        this.peer = peer;
        this.device = device;
        this.source = source;
        this.connected = connected;
        this.armed = armed;
        this.voice = voice;
        this.counts = counts;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    void start() {
        thread.start();
    }

    /** Returns when nothing is pushed any more, and none of the native objects is used. */
    void stop() {
        open = false;
        Threads.join(thread);
    }

    private void run() {
        while (open && !(connected.getAsBoolean() && Statistics.packetsSent(peer) > 0)) {
            LockSupport.parkNanos(FRAME_NS);
        }
        if (open) {
            device.stopRecording();
            armed.run();
            pace();
        }
    }

    private void pace() {
        float[] samples = new float[FRAME_SAMPLES];
        // The native side does not check lengths: the array must hold exactly what the arguments say.
        byte[] frame = new byte[FRAME_SAMPLES * Short.BYTES];
        long due = System.nanoTime();
        while (open) {
            fill(samples);
            encode(samples, frame);
            source.pushAudio(frame, Short.SIZE, MediaListener.PLAYED_HZ, 1, FRAME_SAMPLES);
            due = await(due + FRAME_NS);
        }
    }

    /** Waits until an absolute time, so that lateness does not add up; returns when the frame really was due. */
    private long await(long due) {
        long wait = due - System.nanoTime();
        while (wait > 0) {
            LockSupport.parkNanos(wait);
            wait = due - System.nanoTime();
        }
        counts.pushed(-wait);
        return wait < -MAX_LATE_NS ? due - wait : due;
    }

    private void fill(float[] samples) {
        Arrays.fill(samples, 0);
        try {
            voice.accept(samples);
        } catch (RuntimeException e) {
            Arrays.fill(samples, 0);
            if (!failed) {
                log.warn("thread={} the voice failed; silence is sent", thread.getName(), e);
            }
            failed = true;
        }
    }

    private static void encode(float[] samples, byte[] littleEndian) {
        for (int i = 0; i < samples.length; i++) {
            short sample = Wav.pcm16(samples[i]);
            littleEndian[2 * i] = (byte) sample;
            littleEndian[2 * i + 1] = (byte) (sample >> 8);
        }
    }
}
