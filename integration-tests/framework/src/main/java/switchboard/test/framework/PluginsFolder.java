package switchboard.test.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;

/** The running server's plugins folder, and what became of what was put there. */
record PluginsFolder(Path path, BundleContext context, Models models) {

    static PluginsFolder of(BundleContext context, Models models) throws IOException {
        return new PluginsFolder(Files.createDirectories(Path.of(context.getProperty("switchboard.plugins"))), context, models);
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Removes every file, and waits until no plugin is left. */
    void empty() throws IOException, InterruptedException {
        for (Path part : List.of(path, path.resolve("quarantine"))) {
            if (Files.isDirectory(part)) {
                try (Stream<Path> files = Files.list(part).filter(Files::isRegularFile)) {
                    for (Path file : files.toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
        awaitNone();
    }

    void awaitNone() throws InterruptedException {
        Eventually.present(() -> bundles().isEmpty() ? Optional.of(true) : Optional.empty());
    }

    /** Why a jar is in quarantine, as soon as it is. */
    String reason(String jar) throws IOException, InterruptedException {
        Eventually.present(() -> Files.exists(path.resolve("quarantine").resolve(jar)) ? Optional.of(true) : Optional.empty());
        return Files.readString(path.resolve("quarantine").resolve(jar + ".reason.txt"));
    }

    List<Bundle> bundles() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getLocation().startsWith("plugin:")).toList();
    }

    /** Who would be leased, as bundle@version. */
    <S> Optional<String> owner(Class<S> kind) {
        return models.lease(kind, "").map(lease -> {
            try (Lease<S> open = lease) {
                return open.owner();
            }
        });
    }

    <S> void awaitOwner(Class<S> kind, String owner) throws InterruptedException {
        Eventually.present(() -> owner(kind).filter(owner::equals));
    }
}
