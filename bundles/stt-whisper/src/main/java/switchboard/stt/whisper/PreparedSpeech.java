package switchboard.stt.whisper;

import java.util.Arrays;
import java.util.Optional;

/**
 * Speech as Whisper hears it best: without the silence around it, in which it would hear words of its own, but never from
 * the first sample on, where it mistakes the first word.
 *
 * @param samples 16 kHz, within [-1, 1], 1.1 s or longer
 */
record PreparedSpeech(float[] samples) {

    private static final int SECOND = Whisper.SAMPLE_RATE_HZ;
    /** The clip's own sound where it has it, else zeros. */
    private static final int BEFORE = SECOND / 5;
    private static final int AFTER = 3 * SECOND / 10;
    /** Of anything up to 1.01 s it returns nothing. */
    private static final int SHORTEST = 11 * SECOND / 10;

    private static final int CONTEXT_PER_SECOND = 50;
    /** With less it repeats phrases to the token limit. */
    private static final int CONTEXT_MARGIN = 128;
    /** The native library refuses more: 30 s. */
    private static final int FULL_CONTEXT = 1_500;

    /** @return empty if there is nothing but silence, a click, or steady noise */
    static Optional<PreparedSpeech> of(float[] samples) {
        float[] clipped = clipped(samples);
        return Levels.of(clipped).loud().map(loud -> around(clipped, loud));
    }

    /** How long it takes, with what was added. */
    double seconds() {
        return (double) samples.length / SECOND;
    }

    /** How much the encoder looks at, in 20 ms: it is made for 30 s, and its time grows with this, not with the audio. */
    int audioContext() {
        int needed = (int) Math.ceil(seconds() * CONTEXT_PER_SECOND);
        return Math.min(FULL_CONTEXT, needed + CONTEXT_MARGIN);
    }

    private static PreparedSpeech around(float[] samples, Levels.Loud loud) {
        int from = Math.max(0, loud.from() - BEFORE);
        int to = Math.min(samples.length, loud.to() + AFTER);
        int at = from - (loud.from() - BEFORE);
        float[] prepared = new float[Math.max(SHORTEST, BEFORE + loud.samples() + AFTER)];
        System.arraycopy(samples, from, prepared, at, to - from);
        return new PreparedSpeech(prepared);
    }

    /** Beyond full scale the spectrum could overflow. */
    private static float[] clipped(float[] samples) {
        float[] clipped = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            clipped[i] = Math.max(-1f, Math.min(1f, samples[i]));
        }
        return clipped;
    }

    @Override
    public String toString() {
        return "PreparedSpeech[%d samples]".formatted(samples.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PreparedSpeech that && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(samples);
    }
}
