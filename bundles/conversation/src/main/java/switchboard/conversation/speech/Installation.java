package switchboard.conversation.speech;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/**
 * What is installed in this framework: whatever may decide how a text sounds is among it, the voice, its phonemes, the list
 * of weights. No instances.
 */
final class Installation {

    private static final String BY_REFERENCE = "reference:";

    private Installation() {
    }

    /** Changes with every update, and with every bundle that comes or goes. */
    static String identity(Bundle... bundles) {
        return Arrays.stream(bundles).map(Installation::look).sorted().collect(Collectors.joining("\n"));
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
