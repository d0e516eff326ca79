package switchboard.signaling.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.CallTap.Ear;
import switchboard.api.call.Conversation;

/** A conversation whose sound others hear too. An ear that fails is closed; the conversation does not notice. Thread-safe. */
final class Tapped implements Conversation {

    private static final Logger log = LoggerFactory.getLogger(Tapped.class);

    private final Conversation conversation;
    private final Map<Ear, Boolean> ears = new ConcurrentHashMap<>();
    private volatile boolean muted;

    Tapped(Conversation conversation, List<Ear> ears) {
        this.conversation = conversation;
        ears.forEach(ear -> this.ears.put(ear, true));
    }

    @Override
    public void begin() {
        conversation.begin();
    }

    @Override
    public void hear(AudioClip frame) {
        conversation.hear(frame);
        AudioClip heard = muted ? new AudioClip(frame.sampleRateHz(), new float[frame.samples().length]) : frame;
        tell(ear -> ear.heard(heard));
    }

    @Override
    public void soundBegan(Duration unheard) {
        conversation.soundBegan(unheard);
    }

    @Override
    public void play(float[] frame) {
        conversation.play(frame);
        tell(ear -> ear.played(frame));
    }

    @Override
    public void type(String text, boolean spoken) {
        conversation.type(text, spoken);
    }

    @Override
    public void mute(boolean silent) {
        muted = silent;
        conversation.mute(silent);
    }

    @Override
    public void close() {
        conversation.close();
        ears.keySet().forEach(this::close);
    }

    private void tell(Consumer<Ear> what) {
        for (Ear ear : ears.keySet()) {
            try {
                what.accept(ear);
            } catch (RuntimeException e) {
                log.warn("ear={} failed and hears no more", ear.getClass().getName(), e);
                close(ear);
            }
        }
    }

    /** Once, whoever comes first. */
    private void close(Ear ear) {
        if (ears.remove(ear) != null) {
            try {
                ear.close();
            } catch (RuntimeException e) {
                log.warn("ear={} could not be closed", ear.getClass().getName(), e);
            }
        }
    }
}
