package switchboard.conversation.speech;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/**
 * What is installed in this framework: whatever may decide how a text sounds is among it, the voice, its phonemes, the list
 * of weights. Thread-safe.
 */
final class Installation {

    private static final String BY_REFERENCE = "reference:";

    private final Supplier<Bundle[]> bundles;
    private volatile Seen seen = new Seen("", "");

    /** @param bundles all that are installed at the moment */
    Installation(Supplier<Bundle[]> bundles) {
        this.bundles = bundles;
    }

    /** @param moment changes whenever a bundle comes, goes or is updated */
    private record Seen(String moment, String identity) {}

    /** A text that changes with every update, and with every bundle that comes or goes; the same after a restart. */
    String identity() {
        Bundle[] installed = bundles.get();
        String moment = Arrays.stream(installed).map(bundle -> bundle.getBundleId() + " " + bundle.getLastModified()).collect(Collectors.joining(","));
        Seen last = seen;
        if (!last.moment.equals(moment)) {
            last = new Seen(moment, Arrays.stream(installed).map(Installation::look).sorted().collect(Collectors.joining("\n")));
            seen = last;
        }
        return last.identity;
    }

    /** @param owner as bundle@version */
    Optional<Bundle> bundle(String owner) {
        return Arrays.stream(bundles.get()).filter(bundle -> owner.equals(bundle.getSymbolicName() + "@" + bundle.getVersion())).findFirst();
    }

    /** Where a bundle was installed from names its content, except for a file that lies in its place. */
    private static String look(Bundle bundle) {
        String location = bundle.getLocation();
        String look = location.startsWith(BY_REFERENCE) ? file(bundle, location.substring(BY_REFERENCE.length())) : location;
        return "%s %s %s".formatted(bundle.getSymbolicName(), bundle.getVersion(), look);
    }

    private static String file(Bundle bundle, String uri) {
        try {
            BasicFileAttributes file = Files.readAttributes(Path.of(URI.create(uri)), BasicFileAttributes.class);
            return file.size() + " " + file.lastModifiedTime();
        } catch (IOException | IllegalArgumentException e) {
            return "since " + bundle.getLastModified(); // whoever does not know looks as if he were new
        }
    }
}
