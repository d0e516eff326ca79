package switchboard.vad.silero;

import switchboard.api.vad.VoiceActivityDetector;

/** Detection on one track; starts afresh in long pauses. Confined to one thread at a time. */
final class SileroStream implements VoiceActivityDetector.Stream {

    private final Recurrence network;
    private final Refreshment refreshment = new Refreshment();
    private boolean closed;

    SileroStream(Recurrence network) {
        this.network = network;
    }

    @Override
    public float accept(float[] window) {
        if (closed) {
            throw new IllegalStateException("the stream is closed");
        }
        if (window.length != SileroVad.WINDOW_SAMPLES) {
            throw new IllegalArgumentException("expected %d samples, got %d".formatted(SileroVad.WINDOW_SAMPLES, window.length));
        }
        float probability = network.step(window);
        if (refreshment.isDueAfter(probability)) {
            network.forget();
        }
        return probability;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            network.close();
        }
    }
}
