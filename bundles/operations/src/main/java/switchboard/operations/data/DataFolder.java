package switchboard.operations.data;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** The server's folder of data. */
public final class DataFolder {

    /** Framework or system property. */
    static final String DATA = "switchboard.data";

    private DataFolder() {}

    /** By property, else where the XDG base directory rules say; absolute, and perhaps not there yet. */
    public static Path of(BundleContext context) {
        Path home = Optional.ofNullable(System.getenv("XDG_DATA_HOME")).filter(path -> !path.isBlank()).map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"));
        return Optional.ofNullable(context.getProperty(DATA)).filter(path -> !path.isBlank()).map(Path::of)
                .orElseGet(() -> home.resolve("switchboard")).toAbsolutePath();
    }
}
