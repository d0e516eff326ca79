package switchboard.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;

/** Recorded speech at 16 kHz: {@code speech}, {@code turn_complete}, {@code turn_incomplete}, {@code turn_long}, {@code turn_short}. */
public final class SampleSpeech {

    private SampleSpeech() {
    }

    public static AudioClip clip(String name) {
        try (InputStream in = resource(name + ".wav")) {
            return Wav.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of reference data, for example {@code silero.json}; the caller closes it. */
    public static InputStream resource(String name) {
        return Objects.requireNonNull(SampleSpeech.class.getResourceAsStream(name), name);
    }
}
