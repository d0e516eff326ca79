package switchboard.api.vad;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells speech from everything else, window by window.
 *
 * <p><b>Service.</b> Published when warm; leased through {@link switchboard.api.model.Models}.
 * <p><b>Threading.</b> The service is thread-safe. A {@link Stream} is not: it belongs to one call and is used by one
 * thread at a time.
 * <p><b>Real time.</b> {@link Stream#accept} runs for every window. It must not block, and should use less than a
 * tenth of the window's duration.
 */
@ProviderType
public interface VoiceActivityDetector {

    /** Sample rate, in hertz, of the windows that a stream accepts. */
    int sampleRateHz();

    /** Length, in samples, of the windows that a stream accepts. */
    int windowSamples();

    /** From this probability on a window counts as speech, by the detector's own measure; in (0, 1). */
    float threshold();

    /**
     * Starts detection on one track.
     *
     * @return a new stream, in silence; the caller closes it
     * @throws IllegalStateException if the model has been retired
     */
    Stream open();

    /** Detection on one track. Confined to one thread at a time. */
    @ProviderType
    interface Stream extends AutoCloseable {

        /**
         * Takes the next window.
         *
         * @param window {@link #windowSamples()} samples, full scale [-1, 1]; not kept, not changed
         * @return the probability, in [0, 1], that it holds speech
         * @throws IllegalArgumentException if the window has another length
         * @throws IllegalStateException    if the stream is closed
         */
        float accept(float[] window);

        /** Frees the model's state. Closing twice has no effect. */
        @Override
        void close();
    }
}
