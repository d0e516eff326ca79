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

    private static final int LOWEST_HZ = 8_000;

    private Recording() {
    }

    /**
     * The recording at that sample rate.
     *
     * @throws Unfit if no audio has such a rate
     */
    static AudioClip at(int sampleRateHz) throws Unfit {
        mustBeSampleRate(sampleRateHz);
        try (InputStream in = Objects.requireNonNull(Recording.class.getResourceAsStream("question.wav"))) {
            AudioClip clip = Wav.read(in);
            return clip.sampleRateHz() == sampleRateHz ? clip : Resampler.resample(clip, sampleRateHz);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Unfit if a model's audio cannot have such a rate */
    static void mustBeSampleRate(int hz) throws Unfit {
        if (hz < LOWEST_HZ || hz > Resampler.HIGHEST_HZ) {
            throw new Unfit("its sample rate is implausible: %d Hz".formatted(hz), "sampleRateHz() is in hertz, between %d and %d.".formatted(LOWEST_HZ, Resampler.HIGHEST_HZ));
        }
    }

    /** Whether a number is what a model may call a probability. */
    static boolean isProbability(float value) {
        return value >= 0 && value <= 1;
    }
}
