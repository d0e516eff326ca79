package switchboard.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import switchboard.api.model.ModelStore;

/**
 * Models in a folder of the user's cache, {@code <models>/<model>/<file>}, shared by every clone and every process.
 *
 * <p>Thread-safe; a {@link FolderLock} keeps two from fetching the same model.
 */
@Component
public final class DiskModelStore implements ModelStore {

    private final Catalogue catalogue;
    private final Locations locations;

    @Activate
    public DiskModelStore() {
        this(Catalogue.shipped(), Locations.ofThisProcess());
    }

    DiskModelStore(Catalogue catalogue, Locations locations) {
        this.catalogue = catalogue;
        this.locations = locations;
    }

    @Override
    public Path file(String model, String file) throws IOException {
        try (Sources sources = new Sources()) {
            return file(model, file, sources);
        }
    }

    /** As {@link #file(String, String)}, with packages kept for the files that follow. */
    Path file(String model, String file, Sources sources) throws IOException {
        Catalogue.Weights weights = catalogue.find(model, file);
        Path target = locations.models().resolve(model).resolve(file);
        try (FolderLock ignored = FolderLock.hold(target.getParent())) {
            if (!Verification.holds(target, weights.size(), weights.sha256())) {
                fetch(model, weights, target, sources);
            }
        }
        return target;
    }

    @Override
    public Path derived(String name, String key, DerivedFile maker) throws IOException {
        Path target = locations.derived().resolve(Verification.sha256(key).substring(0, 16)).resolve(name);
        Path seal = target.resolveSibling(name + ".sha256");
        try (FolderLock ignored = FolderLock.hold(target.getParent())) {
            if (!Files.exists(target) || !Files.exists(seal) || !Files.readString(seal).equals(Verification.sha256(target))) {
                make(target, seal, maker);
            }
        }
        return target;
    }

    private static void make(Path target, Path seal, DerivedFile maker) throws IOException {
        Path partial = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".partial");
        try {
            maker.write(partial);
            Files.deleteIfExists(seal);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(seal, Verification.sha256(target));
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void fetch(String model, Catalogue.Weights weights, Path target, Sources sources) throws IOException {
        String label = model + "/" + weights.name();
        if (locations.offline()) {
            throw new IOException("%s is missing or damaged in %s, and nothing may be fetched offline; run once without --offline"
                    .formatted(label, locations.models()));
        }
        List<String> tried = new ArrayList<>();
        Path partial = target.resolveSibling(weights.name() + ".partial");
        for (Attempt attempt : attempts(model, weights, partial, sources)) {
            try {
                attempt.action().run();
                Verification.require(partial, label, weights.size(), weights.sha256());
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (IOException e) {
                tried.add(attempt.name() + ": " + e.getMessage());
            } finally {
                Files.deleteIfExists(partial);
            }
        }
        throw new IOException("%s could not be fetched; check the network or set SWITCHBOARD_MIRROR to a folder that holds it. Tried: %s"
                .formatted(label, String.join("; ", tried)));
    }

    private List<Attempt> attempts(String model, Catalogue.Weights weights, Path partial, Sources sources) {
        List<Attempt> attempts = new ArrayList<>();
        Optional<String> mirror = locations.mirror();
        mirror.ifPresent(from -> attempts.add(new Attempt("mirror " + from, () -> sources.mirror(from, model, weights.name(), partial))));
        weights.sources().forEach(source -> attempts.add(new Attempt(source.toString(), () -> sources.fetch(source, partial))));
        return attempts;
    }

    private record Attempt(String name, Action action) {}

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }
}
