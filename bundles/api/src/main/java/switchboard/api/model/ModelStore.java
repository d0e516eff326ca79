package switchboard.api.model;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The weights on disk. Thread-safe, and safe against other processes that use the same folder.
 *
 * <p>Nothing that was not verified by size and SHA-256 is ever returned: several native libraries abort the JVM on a
 * damaged file.
 */
@ProviderType
public interface ModelStore {

    /**
     * A file of a model, fetched if it is not there yet. Blocks; may take minutes.
     *
     * @param model name of the model in models.json, for example {@code silero-vad}
     * @param file  name of the file within the model
     * @return a verified file; not to be written to
     * @throws IOException if it cannot be had; the message names the file, what was tried, and the remedy
     */
    Path file(String model, String file) throws IOException;

    /**
     * The SHA-256 of what {@link #file} returns, in lower-case hex. It was compared with the file when that was verified, so
     * nobody needs to read the file again to know what is in it, for example for the key of {@link #derived}.
     *
     * @throws IOException if models.json does not list it
     */
    String sha256(String model, String file) throws IOException;

    /**
     * A file computed from others, from the cache if the key fits.
     *
     * @param name  for people: a file name, for example {@code kokoro-best.onnx}
     * @param key   every input of the computation: digests of source files, versions of converter and libraries, CPU
     *              features, options; any change of it leads to a new computation
     * @param maker computes the file; it runs at most once at a time per key and machine
     * @throws IOException if the maker failed, or the cache cannot be written
     */
    Path derived(String name, String key, DerivedFile maker) throws IOException;

    /** Computes a derived file. */
    @FunctionalInterface
    interface DerivedFile {

        /** Writes the file; when this returns it is moved into place, when it throws it is removed. */
        void write(Path target) throws IOException;
    }
}
