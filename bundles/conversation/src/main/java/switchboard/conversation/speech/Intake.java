package switchboard.conversation.speech;

import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.call.MediaListener;
import switchboard.api.tts.SpeechRequest;

/**
 * Takes what a voice gives, as far as it is speech: foreign voices give anything. For one text; confined to the thread that
 * synthesises it.
 */
final class Intake {

    /** A voice that is a little too loud is limited; one that counts in whole numbers is refused. */
    private static final float LOUDEST = 4;
    /** Several times what the slowest voice takes. */
    private static final double SECONDS_PER_LETTER = 0.4;
    private static final double SECONDS_AT_LEAST = 15;

    private final int rateHz;
    private final long mostSamples;
    private final Resampler resampler;
    private long taken;

    /** @throws IllegalArgumentException if nobody can hear at that rate */
    Intake(SpeechRequest request, int rateHz) {
        this.rateHz = rateHz;
        this.mostSamples = (long) (rateHz * (SECONDS_AT_LEAST + SECONDS_PER_LETTER * request.text().length()) / Math.min(1, request.speed()));
        this.resampler = new Resampler(rateHz, MediaListener.PLAYED_HZ);
    }

    /**
     * The piece at {@link MediaListener#PLAYED_HZ}, full scale at most.
     *
     * @throws IllegalArgumentException if it has another rate than the voice has
     * @throws IllegalStateException    if it is no sound, or the voice does not end
     */
    float[] accept(AudioClip piece) {
        float[] samples = piece.require(rateHz).samples();
        taken += samples.length;
        if (taken > mostSamples) {
            throw new IllegalStateException("speaks for more than %d s and does not end".formatted(mostSamples / rateHz));
        }
        for (float sample : samples) {
            if (!(Math.abs(sample) <= LOUDEST)) { // NaN is not
                throw new IllegalStateException("expected samples in [-1, 1], got " + sample);
            }
        }
        float[] played = resampler.accept(samples);
        for (int i = 0; i < played.length; i++) {
            played[i] = Math.max(-1, Math.min(1, played[i]));
        }
        return played;
    }
}
