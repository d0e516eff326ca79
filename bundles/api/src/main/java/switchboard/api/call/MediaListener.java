package switchboard.api.call;

import org.osgi.annotation.versioning.ConsumerType;
import switchboard.api.audio.AudioClip;

/** Hears what happens on a media connection. Methods return quickly; each is called by one thread at a time. */
@ConsumerType
public interface MediaListener {

    /** Sample rate, in hertz, of {@link #heard} frames. */
    int HEARD_HZ = 16_000;

    /** Sample rate, in hertz, of {@link #play} frames. */
    int PLAYED_HZ = 24_000;

    /** Media flows: what is played from now on is heard. Called once. */
    void connected();

    /** The next 10 ms of the caller, at {@link #HEARD_HZ}; comes without pause, as silence when the caller is silent. */
    void heard(AudioClip frame);

    /**
     * Fills the next 10 ms for the caller. Called every 10 ms by the pacer; never blocks.
     *
     * @param frame 240 samples at {@link #PLAYED_HZ}, all zero; left alone for silence
     */
    void play(float[] frame);

    /** A text message from the data channel; untrusted, at most 64 KiB. */
    void message(String text);

    /**
     * A message came that is no text, or is longer than 64 KiB; it was dropped.
     *
     * @param reason for the sender, in words
     */
    default void unreadable(String reason) {}

    /** The connection is lost for good, and not because this side closed it. Called at most once. */
    void disconnected(String reason);
}
