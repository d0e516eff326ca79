package switchboard.test.framework.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** What a bench prints, where its script looks for it. */
public final class Report {

    private Report() {
    }

    /** @param name of the file, such as bench-exchange.md */
    public static void write(BundleContext context, String name, String text) throws IOException {
        Files.writeString(Path.of(context.getProperty("switchboard.plugins")).resolveSibling(name), text);
    }
}
