package switchboard.api.turn;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import switchboard.api.audio.AudioClip;

/**
 * A moment in which the caller says nothing.
 *
 * @param turn       the turn so far, from shortly before its first speech to now; always holds speech
 * @param transcript what was said, as far as it is known by now; empty if it is not known yet
 * @param silence    how long the pause has lasted
 */
public record Pause(AudioClip turn, String transcript, Duration silence) {

    public Pause {
        requireNonNull(turn, "turn");
        requireNonNull(transcript, "transcript");
        requireNonNull(silence, "silence");
    }
}
