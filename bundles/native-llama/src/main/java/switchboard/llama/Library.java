package switchboard.llama;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps java-llama.cpp's loader in a folder of this process. Left alone it unpacks the library under a fixed name into the
 * folder for temporary files, where two versions or users collide, and deletes everything there whose name begins with
 * {@code llama}.
 */
final class Library {

    private static final String FOLDER = "de.kherud.llama.tmpdir";

    private Library() {
    }

    /** To be called before the first class of the library is used. */
    static synchronized void prepare() throws IOException {
        if (System.getProperty(FOLDER) == null) {
            Path folder = Files.createTempDirectory("switchboard-llama");
            folder.toFile().deleteOnExit();     // registered before the library in it, so deleted after it
            System.setProperty(FOLDER, folder.toString());
        }
    }
}
