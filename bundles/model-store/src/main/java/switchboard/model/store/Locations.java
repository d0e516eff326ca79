package switchboard.model.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where weights lie and whether they may be fetched.
 *
 * @param models  folder of fetched files
 * @param derived folder of computed files
 * @param mirror  the operator's own source, tried first
 * @param offline whether nothing may be fetched
 * @param verify  whether every file is read through, whatever its stamp says
 */
record Locations(Path models, Path derived, Optional<String> mirror, boolean offline, boolean verify) {

    /** By system property, environment, and the XDG base directory rules, in this order. */
    static Locations ofThisProcess() {
        Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(path -> !path.isBlank()).map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache")).resolve("switchboard");
        Path models = Optional.ofNullable(System.getProperty("switchboard.models"))
                .or(() -> Optional.ofNullable(System.getenv("SWITCHBOARD_MODELS")))
                .map(Path::of).orElse(cache.resolve("models"));
        return new Locations(models, cache.resolve("derived"),
                Optional.ofNullable(System.getenv("SWITCHBOARD_MIRROR")).filter(mirror -> !mirror.isBlank()),
                Boolean.getBoolean("switchboard.offline"), Boolean.getBoolean("switchboard.verify"));
    }
}
