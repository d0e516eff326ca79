package switchboard.api.tts;

import org.osgi.annotation.versioning.ConsumerType;
import switchboard.api.audio.AudioClip;

/** Takes spoken audio, piece by piece. */
@ConsumerType
@FunctionalInterface
public interface AudioSink {

    /**
     * Takes the next piece; returns quickly.
     *
     * @return whether more is wanted; after {@code false} the speaker stops as soon as it can
     */
    boolean accept(AudioClip piece);
}
