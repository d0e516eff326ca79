package switchboard.conversation.speech;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/**
 * What is installed in this framework: whatever may decide how a text sounds is among it, the voice, its phonemes, the list
 * of weights. Thread-safe.
 */
final class Installation {

    private static final String FILE = "file:";
    private static final String BY_REFERENCE = "reference:";
    /** The location of a plugin ends with the digest of its jar. */
    private static final String PLUGIN = "plugin:";

    private final Supplier<Bundle[]> bundles;
    /** By the id of a bundle when it had been modified as it was first seen: later, it is not what lies where it came from. */
    private final Map<Long, Long> asInstalled = new ConcurrentHashMap<>();
    private volatile Seen seen = new Seen("", "");

    /** @param bundles all that are installed at the moment */
    Installation(Supplier<Bundle[]> bundles) {
        this.bundles = bundles;
        identity();
    }

    /** @param moment changes whenever a bundle comes, goes or is updated */
    private record Seen(String moment, String identity) {}

    /** A text that changes with every update, and with every bundle that comes or goes; the same after a restart. */
    String identity() {
        Bundle[] installed = bundles.get();
        String moment = Arrays.stream(installed).map(bundle -> bundle.getBundleId() + " " + bundle.getLastModified()).collect(Collectors.joining(","));
        Seen last = seen;
        if (!last.moment.equals(moment)) {
            last = new Seen(moment, Arrays.stream(installed).map(this::look).sorted().collect(Collectors.joining("\n")));
            seen = last;
        }
        return last.identity;
    }

    /** @param owner as bundle@version */
    Optional<Bundle> bundle(String owner) {
        return Arrays.stream(bundles.get()).filter(bundle -> owner.equals(bundle.getSymbolicName() + "@" + bundle.getVersion())).findFirst();
    }

    private String look(Bundle bundle) {
        long modified = bundle.getLastModified();
        boolean updated = asInstalled.computeIfAbsent(bundle.getBundleId(), id -> modified) != modified;
        return "%s %s %s".formatted(bundle.getSymbolicName(), bundle.getVersion(), updated ? "updated " + modified : content(bundle));
    }

    /** What names the content of a bundle as it was installed. */
    private static String content(Bundle bundle) {
        String location = bundle.getLocation();
        if (location.startsWith(PLUGIN) || location.equals(Constants.SYSTEM_BUNDLE_LOCATION)) {
            return location;
        }
        String place = location.startsWith(BY_REFERENCE) ? location.substring(BY_REFERENCE.length()) : location;
        try {
            return place.startsWith(FILE) ? file(place) : since(bundle);
        } catch (IOException | IllegalArgumentException e) {
            return since(bundle);
        }
    }

    private static String file(String uri) throws IOException {
        BasicFileAttributes file = Files.readAttributes(Path.of(URI.create(uri)), BasicFileAttributes.class);
        return file.size() + " " + file.lastModifiedTime();
    }

    /** What nobody knows looks as if it were new. */
    private static String since(Bundle bundle) {
        return "since " + bundle.getLastModified();
    }
}
