package switchboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page, from the bundle; each is read once. Thread-safe. */
final class Assets {

    /** No slash and one dot only, so that no name leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("[a-z]+\\.(html|css|js|svg)");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /** The file of that name, if the page has it. */
    Optional<Asset> find(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.ofNullable(read.computeIfAbsent(name, key -> read(key, CONTENT_TYPES.get(matcher.group(1)))))
                : Optional.empty();
    }

    private static @Nullable Asset read(String name, String contentType) {
        try (InputStream in = Assets.class.getResourceAsStream("page/" + name)) {
            return in == null ? null : Asset.of(contentType, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("page/" + name, e);
        }
    }
}
