package switchboard.conversation.speech;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.call.MediaListener;
import switchboard.api.model.ModelStore;
import switchboard.api.tts.SpeechException;

/**
 * Phrases as they sounded, in the cache on disk, so that the next start need not speak them again. Thread-safe; blocks. A disk
 * that cannot be used costs nothing but time.
 */
final class SpeechOnDisk {

    private static final Logger log = LoggerFactory.getLogger(SpeechOnDisk.class);

    private final ModelStore store;
    private final Supplier<String> installed;

    /** @param installed what decides how a text sounds, besides the text and its voice: {@link Installation#identity} */
    SpeechOnDisk(ModelStore store, Supplier<String> installed) {
        this.store = store;
        this.installed = installed;
    }

    /** Speaks a phrase to its end. */
    @FunctionalInterface
    interface Voice {

        /** @return samples at {@link MediaListener#PLAYED_HZ} */
        float[] speak() throws SpeechException;
    }

    /** Once spoken, a phrase is not spoken again, whatever becomes of the disk. Confined to one thread. */
    private static final class Once {

        private final Voice voice;
        private float[] samples = {};
        private boolean spoken;

        Once(Voice voice) {
            this.voice = voice;
        }

        float[] samples() throws SpeechException {
            if (!spoken) {
                samples = voice.speak();
                spoken = true;
            }
            return samples;
        }

        void write(Path target) throws IOException {
            try (OutputStream out = Files.newOutputStream(target)) {
                Wav.write(new AudioClip(MediaListener.PLAYED_HZ, samples()), out);
            } catch (SpeechException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    /**
     * How a phrase sounds, from the disk or, if it is not there yet, from the voice.
     *
     * @return samples at {@link MediaListener#PLAYED_HZ}
     * @throws SpeechException if the voice had to speak and failed
     */
    float[] find(SpeechCache.Key key, Voice voice) throws SpeechException {
        Once once = new Once(voice);
        try {
            return read(store.derived("phrase.wav", text(key), once::write));
        } catch (IOException e) {
            if (e.getCause() instanceof SpeechException failed) {
                throw failed;
            }
            log.warn("company={} event=phrase-not-kept reason=\"{}\"", key.company(), e.getMessage());
            return once.samples();
        }
    }

    /** Lengths, so that no two phrases look the same. */
    private String text(SpeechCache.Key key) {
        return "phrase 1 at %d Hz\ncompany %s\nowner %s\nspeed %s\nvoice %d %s\ntext %d %s\ninstalled\n%s".formatted(MediaListener.PLAYED_HZ,
                key.company(), key.owner(), key.speed(), key.voice().length(), key.voice(), key.text().length(), key.text(), installed.get());
    }

    private static float[] read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Wav.read(in).require(MediaListener.PLAYED_HZ).samples();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is at another rate", e);
        }
    }
}
