package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says one utterance with one voice. Thread-safe.
 *
 * <p>A voice whose statistics ship is heard while it is computed; any other, or one whose first window went wrong, when
 * the whole is. Both ways use the same three graphs, so that no caller ever waits for a load.
 */
final class Synthesis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Synthesis.class);

    private final Graphs graphs;
    private final Voices voices;
    private final Pace pace;
    private final LongSupplier clockNs;

    /** @param graphs closed with this */
    Synthesis(Graphs graphs, Voices voices) {
        this(graphs, voices, new Pace(), System::nanoTime);
    }

    /** @param clockNs as {@link System#nanoTime()}; while it stands still an utterance always sounds the same */
    Synthesis(Graphs graphs, Voices voices, Pace pace, LongSupplier clockNs) {
        this.graphs = graphs;
        this.voices = voices;
        this.pace = pace;
        this.clockNs = clockNs;
    }

    /**
     * Says it.
     *
     * @param tokens   at least one of them sounds
     * @param listener takes piece after piece; false: enough
     * @return whether the listener wants more
     * @throws OrtException if a run failed, or came to what is no sound
     */
    boolean say(int[] tokens, String voice, float speed, Predicate<float[]> listener) throws OrtException, IOException {
        float[] style = voices.style(voice, tokens.length);
        Prosody prosody = graphs.front(tokens, style, speed);
        Optional<Streaming> streaming = voices.statistics(voice).map(statistics -> {
            Span audible = Span.audible(tokens, prosody, statistics.lead() / speed, statistics.tail() / speed);
            return new Streaming(graphs, prosody, style, statistics.at(prosody.frames() * speed),
                    new Windows(audible, prosody.frames(), pace), clockNs);
        });
        Optional<float[]> first = streaming.flatMap(started -> first(started, voice));
        return first.isPresent()
                ? listener.test(first.get()) && sayRest(streaming.get(), listener)
                : listener.test(whole(prosody, style));
    }

    /** Waits for the runs that go on; an utterance that is not at its end then fails. */
    @Override
    public void close() {
        graphs.close();
    }

    /** As long as nothing was heard there is another way; so what fails here is only reported. */
    private static Optional<float[]> first(Streaming streaming, String voice) {
        try {
            return streaming.hasNext() ? Optional.of(Samples.clipped(streaming.next())) : Optional.empty();
        } catch (OrtException e) {
            LOG.warn("Kokoro could not stream, says the whole at once: voice={}", voice, e);
            return Optional.empty();
        }
    }

    private static boolean sayRest(Streaming streaming, Predicate<float[]> listener) throws OrtException {
        while (streaming.hasNext()) {
            float[] piece = Samples.clipped(streaming.next());
            if (piece.length > 0 && !listener.test(piece)) {
                return false;
            }
        }
        return true;
    }

    /** The utterance in one run, without the silence round it. */
    float[] whole(Prosody prosody, float[] style) throws OrtException {
        float[] samples = graphs.generator(graphs.trunk(prosody, style), prosody.pitch(), Phase.of(prosody.pitch()), style,
                Optional.empty());
        return Silence.trimmed(Samples.clipped(samples));
    }
}
