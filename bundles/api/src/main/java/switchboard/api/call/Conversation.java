package switchboard.api.call;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import switchboard.api.audio.AudioClip;

/**
 * The conversation of one call. It outlives a media connection: when a client reconnects, the new connection is played
 * and heard by the same conversation.
 *
 * <p>Thread-safe; no method blocks.
 */
@ProviderType
public interface Conversation extends AutoCloseable {

    /** The caller can hear: the greeting is spoken. Only the first call has an effect. */
    void begin();

    /** As {@link MediaListener#heard}. */
    void hear(AudioClip frame);

    /**
     * The caller's device has noticed a sound at its microphone, some 75 ms before the audio can be here. If the bot speaks it
     * falls silent, and goes on if no speech follows. Devices that tell of sounds in vain are not believed for ever.
     *
     * @param unheard how much of what was played the device leaves out when it is told of {@link CallEvent.BotPaused}, because it
     *                falls silent before it has played what is on its way; the bot goes on that much earlier. Zero if it plays all;
     *                what is longer than half a second counts as that
     */
    void soundBegan(Duration unheard);

    /** The same from a device that plays all it gets. */
    default void soundBegan() {
        soundBegan(Duration.ZERO);
    }

    /** As {@link MediaListener#play}. */
    void play(float[] frame);

    /**
     * The caller typed something; it interrupts the bot and is answered like speech.
     *
     * @param text   not empty
     * @param spoken whether the reply is spoken, or only shown
     */
    void type(String text, boolean spoken);

    /** The caller muted the microphone, or opened it again; while muted nothing is heard. */
    void mute(boolean muted);

    /** Ends the conversation; no event follows. Closing twice has no effect. */
    @Override
    void close();
}
