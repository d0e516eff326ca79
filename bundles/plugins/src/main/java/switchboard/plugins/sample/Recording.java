package switchboard.plugins.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.audio.Wav;

/** A recording of synthetic English speech, and what it says. */
final class Recording {

    static final String TEXT = "Could you please tell me what time the meeting starts tomorrow?";

    private Recording() {
    }

    /** The recording at that sample rate. */
    static AudioClip at(int sampleRateHz) {
        try (InputStream in = Objects.requireNonNull(Recording.class.getResourceAsStream("question.wav"))) {
            AudioClip clip = Wav.read(in);
            return clip.sampleRateHz() == sampleRateHz ? clip : Resampler.resample(clip, sampleRateHz);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a number is what a model may call a probability. */
    static boolean isProbability(float value) {
        return value >= 0 && value <= 1;
    }
}
