package switchboard.transport.webrtc;

/** An endless sine at half of full scale. Confined to one thread. */
final class Tone {

    private final double step;
    private double phase;

    Tone(double hz, int sampleRateHz) {
        this.step = 2 * Math.PI * hz / sampleRateHz;
    }

    void fill(float[] frame) {
        for (int i = 0; i < frame.length; i++, phase += step) {
            frame[i] = (float) (0.5 * Math.sin(phase));
        }
    }
}
