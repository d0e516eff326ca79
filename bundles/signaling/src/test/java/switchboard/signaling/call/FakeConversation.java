package switchboard.signaling.call;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversation;

/** Writes down what is asked of it; the test tells what happens in it. */
final class FakeConversation implements Conversation {

    final Consumer<CallEvent> listener;
    final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

    FakeConversation(Consumer<CallEvent> listener) {
        this.listener = listener;
    }

    @Override
    public void begin() {
        happened.add("begin");
    }

    @Override
    public void hear(AudioClip frame) { }

    @Override
    public void soundBegan(Duration unheard) {
        happened.add("sound began, unheard " + unheard.toMillis());
    }

    @Override
    public void play(float[] frame) { }

    @Override
    public void type(String text, boolean spoken) {
        happened.add("type");
    }

    @Override
    public void mute(boolean muted) {
        happened.add("mute");
    }

    @Override
    public void close() {
        happened.add("close");
    }
}
