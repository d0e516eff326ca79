package switchboard.plugins.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import switchboard.api.model.ModelDescription;
import switchboard.api.vad.VoiceActivityDetector;

/** Tells a recorded question from two seconds of faint noise. */
final class VoiceActivitySample implements Sample<VoiceActivityDetector> {

    private static final double LEAST_IN_SPEECH = 0.4;
    private static final double MOST_IN_SILENCE = 0.1;
    /** -66 dBFS: a quiet line. */
    private static final float NOISE = 0.0005f;

    @Override
    public String check(VoiceActivityDetector model, ModelDescription<VoiceActivityDetector> description) throws Unfit {
        if (model.windowSamples() < 1 || model.windowSamples() > model.sampleRateHz()) {
            throw new Unfit("its windows have %d samples".formatted(model.windowSamples()), "windowSamples() is at least one, and less than a second.");
        }
        double speech = share(model, Recording.at(model.sampleRateHz()).samples());
        double silence = share(model, noise(2 * model.sampleRateHz()));
        String finding = String.format(Locale.ROOT, "speech in %.0f %% of a question, in %.0f %% of silence", 100 * speech, 100 * silence);
        if (speech < LEAST_IN_SPEECH || silence > MOST_IN_SILENCE) {
            throw new Unfit("it does not tell speech from silence: " + finding, "Check the model's file, its window and its threshold.");
        }
        return finding;
    }

    /** Which share of the windows it takes for speech. */
    private static double share(VoiceActivityDetector model, float[] samples) throws Unfit {
        int size = model.windowSamples();
        int windows = samples.length / size;
        int spoken = 0;
        try (VoiceActivityDetector.Stream stream = Unfit.given(model.open(), "open()")) {
            for (int i = 0; i < windows; i++) {
                float probability = stream.accept(Arrays.copyOfRange(samples, i * size, (i + 1) * size));
                if (!Recording.isProbability(probability)) {
                    throw new Unfit("it gave %s for a probability".formatted(probability), "accept() returns a value in [0, 1].");
                }
                spoken += probability >= model.threshold() ? 1 : 0;
            }
        }
        return (double) spoken / Math.max(1, windows);
    }

    private static float[] noise(int length) {
        Random random = new Random(1);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (random.nextFloat() * 2 - 1) * NOISE;
        }
        return samples;
    }
}
