package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** An utterance that is heard while it is computed, window by window. Confined to one thread. */
final class Streaming {

    private final Graphs graphs;
    private final float[] style;
    private final Optional<Normalisation> statistics;
    private final Curve pitch;
    private final Curve phase;
    private final Trunk trunk;
    private final Iterator<Window> windows;
    private final CrossFade crossFade = new CrossFade();
    private boolean begun;

    /** @param statistics of the voice, for an utterance of this length */
    Streaming(Graphs graphs, Prosody prosody, float[] style, Normalisation statistics, List<Window> windows) {
        this.graphs = graphs;
        this.style = style;
        this.statistics = Optional.of(statistics);
        this.pitch = prosody.pitch();
        this.phase = Phase.of(prosody.pitch());
        this.trunk = new Trunk(graphs, prosody, style);
        this.windows = windows.iterator();
    }

    boolean hasNext() {
        return windows.hasNext();
    }

    /** The next piece; it follows the one before without a gap. */
    float[] next() throws OrtException {
        Window window = windows.next();
        int from = Prosody.STEPS_PER_FRAME * window.left();
        int to = Prosody.STEPS_PER_FRAME * window.right();
        float[] samples = graphs.generator(trunk.slice(window.left(), window.right()),
                pitch.slice(from, to), phase.slice(from, to), style, statistics);
        boolean last = !windows.hasNext();
        float[] joined = crossFade.join(window, samples, last);
        float[] heard = begun ? joined : Silence.withoutBeginning(joined);
        begun = true;
        return last ? Silence.withoutEnd(heard) : heard;
    }
}
