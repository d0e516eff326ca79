package switchboard.tts.kokoro;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Optional;

/**
 * What the vocoder's normalisations measure when a voice says an utterance, as a function of its length. That hardly
 * depends on what is said; but a short utterance has a greater share of silence.
 *
 * <p>Per channel, with T the length in frames at the voice's own pace:
 * {@code mean = m0 + m1 * 60/T} and {@code variance = exp(v0 + v1 * 60/T)}.
 *
 * <p>Also, where a voice begins and ends against the durations of its tokens; voices differ by a tenth of a second.
 */
final class Statistics {

    private static final int TERMS = 4;
    private static final float REFERENCE_FRAMES = 60;
    /** Shorter than any utterance that was measured; the fit is not carried on beyond. */
    private static final float SHORTEST_FRAMES = 40;

    private static final int NUMBERS = TERMS * Normalisation.CHANNELS + 2;

    private final ShortBuffer terms;

    /** @param file little-endian floats of 16 bits: m0, m1, v0, v1 of all channels, lead, tail */
    Statistics(byte[] file) {
        if (file.length != NUMBERS * Short.BYTES) {
            throw new IllegalArgumentException("expected %d bytes of statistics, got %d".formatted(NUMBERS * Short.BYTES, file.length));
        }
        this.terms = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    /** Those that ship for a voice, if it was measured. */
    static Optional<Statistics> shipped(String voice) throws IOException {
        try (InputStream in = Statistics.class.getResourceAsStream("statistics/" + voice + ".f16")) {
            return in == null ? Optional.empty() : Optional.of(new Statistics(in.readAllBytes()));
        }
    }

    /** @param frames length of the utterance, as if it were said at speed 1 */
    Normalisation at(float frames) {
        float share = REFERENCE_FRAMES / Math.max(SHORTEST_FRAMES, frames);
        float[] mean = new float[Normalisation.CHANNELS];
        float[] variance = new float[Normalisation.CHANNELS];
        for (int c = 0; c < Normalisation.CHANNELS; c++) {
            mean[c] = term(0, c) + term(1, c) * share;
            variance[c] = (float) Math.exp(term(2, c) + term(3, c) * share);
        }
        return new Normalisation(mean, variance);
    }

    /** How many frames before the end of the opening mark the voice began at the earliest, at speed 1. */
    float lead() {
        return number(NUMBERS - 2);
    }

    /** How many frames behind the end of its last sound the voice fell silent at the latest, at speed 1; mostly negative. */
    float tail() {
        return number(NUMBERS - 1);
    }

    private float term(int row, int channel) {
        return number(row * Normalisation.CHANNELS + channel);
    }

    private float number(int index) {
        return HalfFloat.toFloat(terms.get(index));
    }
}
