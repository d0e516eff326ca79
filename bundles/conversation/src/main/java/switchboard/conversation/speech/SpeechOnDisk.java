package switchboard.conversation.speech;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.call.MediaListener;
import switchboard.api.model.ModelRouting;
import switchboard.api.model.ModelStore;
import switchboard.api.model.Models;
import switchboard.api.tts.Phonemizer;

/**
 * Phrases in the cache on disk, as WAV files, so that the next start need not speak them again. A disk that cannot be used costs
 * nothing but time. Thread-safe.
 *
 * <p>Only of a voice whose bundle says, in the header {@value #WEIGHTS}, that its bundle, the other bundles and these weights
 * alone decide how a text sounds: a comma-separated list of {@code model/file} as in models.json, where <code>{voice}</code>
 * stands for the name of the voice. Nobody could know otherwise when a program or a service that it asks has changed.
 */
@Component(service = KeptSpeech.class)
public final class SpeechOnDisk implements KeptSpeech {

    /** Manifest header of a voice's bundle. */
    static final String WEIGHTS = "Switchboard-Speech-Weights";

    /** Changes with whatever is done to samples between the voice and the file. */
    private static final String FORMAT = "phrase 1, WAV of 16 bits at " + MediaListener.PLAYED_HZ + " Hz";

    private static final Logger log = LoggerFactory.getLogger(SpeechOnDisk.class);

    /** As many as are kept in memory: whoever writes so slowly keeps no more of them. */
    private static final int MOST_WAITING = 64;

    private final ModelStore store;
    private final Installation installation;
    private final Supplier<String> phonemes;
    private final ExecutorService writer = new ThreadPoolExecutor(0, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
        Thread thread = new Thread(task, "kept-speech");
        thread.setDaemon(true);
        return thread;
    }, new ThreadPoolExecutor.DiscardPolicy());

    @Activate
    public SpeechOnDisk(@Reference ModelStore store, @Reference Models models, @Reference ModelRouting routing, BundleContext context) {
        this(store, new Installation(() -> bundles(context)), () -> phonemes(models, routing));
    }

    /** @param phonemes changes whenever another phonemizer may be preferred, though the same ones are installed */
    SpeechOnDisk(ModelStore store, Installation installation, Supplier<String> phonemes) {
        this.store = store;
        this.installation = installation;
        this.phonemes = phonemes;
    }

    /** Voices lease them for each text: one may have come off its trial, be demoted, or be routed to. */
    private static String phonemes(Models models, ModelRouting routing) {
        String kind = Phonemizer.class.getSimpleName();
        return Stream.concat(
                models.status().stream().filter(status -> status.kind().equals(kind)).map(status -> status.owner() + " " + status.state() + " " + status.detail()),
                routing.routes().stream().filter(route -> route.kind().equals(kind)).map(route -> route.owner() + " " + route.part() + " " + route.percent()))
                .sorted().collect(Collectors.joining(", "));
    }

    /** None once this bundle is stopped: who still speaks then keeps nothing. */
    static Bundle[] bundles(BundleContext context) {
        try {
            return context.getBundles();
        } catch (IllegalStateException e) {
            return new Bundle[0];
        }
    }

    /** What is being written is finished or not kept at all. */
    @Deactivate
    void stop() {
        writer.shutdown();
    }

    /** Nothing of this name and key is there. */
    private static final class NotKept extends IOException {

        private static final long serialVersionUID = 1;
    }

    @Override
    public Optional<Phrase> phrase(SpeechCache.Key key, String language) {
        return inputs(key, language).map(inputs -> new File(key, language, inputs));
    }

    /** Completed when what was handed over before is written. */
    void settle() throws Exception {
        writer.submit(() -> { }).get();
    }

    /** All that decides how a phrase sounds, and whose it is; lengths, so that no two look the same. */
    private Optional<String> inputs(SpeechCache.Key key, String language) {
        return installation.bundle(key.owner()).flatMap(owner -> weights(owner, key.voice())).map(weights -> String.join("\n", FORMAT,
                "company " + key.company(), "language " + language, "model " + key.owner(), "speed " + key.speed(),
                "voice " + key.voice().length() + " " + key.voice(), "text " + key.text().length() + " " + key.text(),
                "weights " + weights, "phonemes " + phonemes.get(), installation.identity()));
    }

    private Optional<String> weights(Bundle owner, String voice) {
        String header = owner.getHeaders("").get(WEIGHTS);
        if (header == null) {
            return Optional.empty();
        }
        StringBuilder weights = new StringBuilder();
        try {
            for (String file : header.replace("{voice}", voice).split(",", -1)) {
                String[] name = file.strip().split("/", 2);
                if (name.length < 2) {
                    throw new IOException("expected model/file, got '" + file.strip() + "'");
                }
                weights.append(file.strip()).append(' ').append(store.sha256(name[0], name[1])).append('\n');
            }
            return Optional.of(weights.toString());
        } catch (IOException e) {
            log.debug("phrases of {} are not kept: {}: {}", owner.getSymbolicName(), WEIGHTS, e.getMessage());
            return Optional.empty();
        }
    }

    /** A phrase, under what decided how it sounds when it was asked for. */
    private final class File implements Phrase {

        private final SpeechCache.Key key;
        private final String language;
        private final String inputs;

        File(SpeechCache.Key key, String language, String inputs) {
            this.key = key;
            this.language = language;
            this.inputs = inputs;
        }

        @Override
        public Optional<float[]> samples() {
            try {
                return Optional.of(read(find(target -> {
                    throw new NotKept();
                })));
            } catch (NotKept | FileLockInterruptionException | ClosedByInterruptException e) { // or nobody wants to hear it any more
                return Optional.empty();
            } catch (IOException e) {
                log.warn("company={} event=phrase-not-read reason=\"{}\"", key.company(), e.toString());
                return Optional.empty();
            }
        }

        @Override
        public void keep(float[] samples) {
            if (inputs(key, language).equals(Optional.of(inputs))) {
                writer.execute(() -> write(samples));
            }
        }

        private void write(float[] samples) {
            try {
                find(target -> {
                    try (OutputStream out = Files.newOutputStream(target)) {
                        Wav.write(new AudioClip(MediaListener.PLAYED_HZ, samples), out);
                    }
                });
            } catch (IOException e) {
                log.warn("company={} event=phrase-not-kept reason=\"{}\"", key.company(), e.toString());
            }
        }

        private Path find(ModelStore.DerivedFile maker) throws IOException {
            return store.derived(key.company() + ".phrase.wav", inputs, maker);
        }

        private static float[] read(Path file) throws IOException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return Wav.read(in).require(MediaListener.PLAYED_HZ).samples();
            } catch (RuntimeException e) { // nothing but this server has written it; whatever it is, it is spoken again
                throw new IOException(file + " is no phrase", e);
            }
        }
    }
}
