package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;

/** An utterance that is heard while it is computed, window by window. Confined to one thread. */
final class Streaming {

    private static final float[] NOTHING = {};
    private static final double NS_PER_SAMPLE = 1e9 / Kokoro.SAMPLE_RATE_HZ;

    private final Graphs graphs;
    private final float[] style;
    private final Optional<Normalisation> statistics;
    private final Curve pitch;
    private final Curve phase;
    private final Trunk trunk;
    private final Windows windows;
    private final LongSupplier clockNs;
    private final CrossFade crossFade = new CrossFade();
    private float[] silence = NOTHING;
    private long samples;
    private long heardUntilNs;

    /**
     * @param statistics of the voice, for an utterance of this length
     * @param clockNs    as {@link System#nanoTime()}
     */
    Streaming(Graphs graphs, Prosody prosody, float[] style, Normalisation statistics, Windows windows, LongSupplier clockNs) {
        this.graphs = graphs;
        this.style = style;
        this.statistics = Optional.of(statistics);
        this.pitch = prosody.pitch();
        this.phase = Phase.of(prosody.pitch());
        this.trunk = new Trunk(graphs, prosody, style);
        this.windows = windows;
        this.clockNs = clockNs;
    }

    boolean hasNext() {
        return windows.hasNext();
    }

    /**
     * The next piece; it follows the one before without a gap, and is empty if only silence was computed near the end. The first is so long that the second can be computed while it is
     * heard, which is taken to be from when the second is asked for.
     */
    float[] next() throws OrtException {
        return samples == 0 ? first() : further();
    }

    private float[] first() throws OrtException {
        float[] heard = Silence.withoutBeginning(compute(windows.first()));
        while (!windows.isEnough(durationNs(heard.length))) {
            heard = Samples.joined(heard, compute(windows.next(0)));
        }
        return handOver(heard);
    }

    /** What comes too late is heard when it is there, and all that follows as much later. */
    private float[] further() throws OrtException {
        long nowNs = clockNs.getAsLong();
        heardUntilNs = heardUntilNs == 0 ? nowNs + durationNs(samples) : heardUntilNs;
        float[] heard = handOver(compute(windows.next(heardUntilNs - nowNs)));
        heardUntilNs = Math.max(heardUntilNs, clockNs.getAsLong()) + durationNs(heard.length);
        return heard;
    }

    /** Near the end, silence is kept back until a sound follows: it may be what Kokoro puts behind the last one, in windows of its own. */
    private float[] handOver(float[] computed) {
        float[] all = Samples.joined(silence, computed);
        float[] heard = !hasNext() ? Silence.withoutEnd(all) : windows.areNearTheEnd() ? Silence.untilLastSound(all) : all;
        silence = hasNext() ? Arrays.copyOfRange(all, heard.length, all.length) : NOTHING;
        samples += heard.length;
        return heard;
    }

    private float[] compute(Window window) throws OrtException {
        int from = Prosody.STEPS_PER_FRAME * window.left();
        int to = Prosody.STEPS_PER_FRAME * window.right();
        Curve x = trunk.slice(window.left(), window.right());
        long begun = clockNs.getAsLong();
        float[] computed = graphs.generator(x, pitch.slice(from, to), phase.slice(from, to), style, statistics);
        windows.took(window, clockNs.getAsLong() - begun);
        return crossFade.join(window, computed, !windows.hasNext());
    }

    private static long durationNs(long samples) {
        return (long) (samples * NS_PER_SAMPLE);
    }
}
