package switchboard.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operator's list of jars that may run, in the format of the program sha256sum. With the file only what it lists may;
 * without it nothing, if it is demanded, and else everything.
 */
final class Checksums implements Verification {

    static final String FILE = "sha256sums";

    /** A digest, a space, a space or an asterisk (for binary files), a name. */
    private static final Pattern LINE = Pattern.compile("\\\\?([0-9A-Fa-f]{64}) [ *](?:\\./)?(.+)");

    private final Path list;
    private final boolean demanded;

    Checksums(Path folder, boolean demanded) {
        this.list = folder.resolve(FILE);
        this.demanded = demanded;
    }

    @Override
    public Optional<String> objection(PluginJar jar) throws IOException {
        String name = jar.fileName();
        if (Files.notExists(list)) {
            return demanded ? Optional.of("plugins must be listed in %s, which does not exist; if you trust the jar, write it with the line: %s  %s"
                    .formatted(list, jar.sha256(), name)) : Optional.empty();
        }
        Optional<String> expected = Files.readAllLines(list).stream().map(LINE::matcher).filter(Matcher::matches)
                .filter(line -> line.group(2).strip().equals(name)).map(line -> line.group(1)).reduce((first, last) -> last);
        if (expected.isEmpty()) {
            return Optional.of("%s does not list it; if you trust the jar, add the line: %s  %s".formatted(FILE, jar.sha256(), name));
        }
        return expected.filter(digest -> !digest.equalsIgnoreCase(jar.sha256())).map(digest ->
                "%s demands digest %s, the jar has %s; get the right jar, or correct the list".formatted(FILE, digest, jar.sha256()));
    }
}
