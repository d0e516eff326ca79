package switchboard.transport.webrtc;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.MediaListener;

/** Plays a tone and keeps what happens. */
final class RecordingListener implements MediaListener {

    final Tone tone;
    final Ear heard = new Ear();
    final CountDownLatch connected = new CountDownLatch(1);
    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<String> lost = new LinkedBlockingQueue<>();

    RecordingListener(double playedHz) {
        this.tone = new Tone(playedHz, PLAYED_HZ);
    }

    @Override
    public void connected() {
        connected.countDown();
    }

    @Override
    public void heard(AudioClip frame) {
        heard.accept(frame);
    }

    @Override
    public void play(float[] frame) {
        tone.fill(frame);
    }

    @Override
    public void message(String text) {
        messages.add(text);
    }

    @Override
    public void disconnected(String reason) {
        lost.add(reason);
    }
}
