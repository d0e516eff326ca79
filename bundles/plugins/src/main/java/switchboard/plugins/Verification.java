package switchboard.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the operator demands of a jar before any of its code runs. Confined to the plugins' thread. */
interface Verification {

    /** Why the jar may not run, and what to do; empty if it may. */
    Optional<String> objection(PluginJar jar) throws IOException;

    /** Whether what it judges by has changed since this was asked last, outside of the plugins folder. */
    default boolean changed() {
        return false;
    }

    /**
     * The demand by its name.
     *
     * @param name    {@code none}, {@code sha256} (only what a list names), {@code signed} (only what somebody trusted has
     *                signed), or empty: a list is obeyed if there is one
     * @param folder  of the plugins and the list
     * @param trusted file of certificates
     * @throws IllegalArgumentException if the name is another
     */
    static Verification named(String name, Path folder, Path trusted) {
        return switch (name) {
            case "" -> new Checksums(folder, false);
            case "none" -> jar -> Optional.empty();
            case "sha256" -> new Checksums(folder, true);
            case "signed" -> new Signatures(trusted);
            default -> throw new IllegalArgumentException("%s must be none, sha256 or signed, got '%s'".formatted(PluginWatch.VERIFY, name));
        };
    }
}
