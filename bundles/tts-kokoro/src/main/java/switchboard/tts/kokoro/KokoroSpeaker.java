package switchboard.tts.kokoro;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.model.ModelStore;

/**
 * Loads and warms the {@link Speaker} on a thread of its own when the bundle starts. It takes the longest of all models,
 * and so does not wait until there are phonemes to feed it; and when the phonemes are exchanged it need not load again.
 */
@Component(service = KokoroSpeaker.class, immediate = true)
public final class KokoroSpeaker {

    private final FutureTask<Speaker> load;

    @Activate
    public KokoroSpeaker(@Reference ModelStore store) {
        this(() -> Speaker.open(FastGraphs.open(store), Voices.from(store)));
    }

    KokoroSpeaker(Callable<Speaker> load) {
        this.load = new FutureTask<>(load);
        Thread thread = new Thread(this.load, "kokoro-load");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until it is warm, and fails as the load has failed. */
    Speaker await() throws Exception {
        try {
            return load.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Waits for the load, if it goes on; by now nobody speaks any more. */
    @Deactivate
    void close() throws InterruptedException {
        try {
            load.get().close();
        } catch (ExecutionException e) {
            // It never came to be; who awaited it has told why.
        }
    }
}
