package switchboard.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final DerivedFiles derived;

    @Activate
    public DiskModelStore() {
        this(Catalogue.shipped(), Locations.ofThisProcess());
    }

    DiskModelStore(Catalogue catalogue, Locations locations) {
        this.catalogue = catalogue;
        this.locations = locations;
        this.derived = new DerivedFiles(locations.derived(), locations.verify());
    }

    @Override
    public Path file(String model, String file) throws IOException {
        Catalogue.Weights weights = catalogue.find(model, file);
        if (has(model, weights)) { // as nearly always: then nothing is made ready for fetching, nor for telling of it
            return locations.models().resolve(model).resolve(file);
        }
        try (Sources sources = new Sources(locations.mirror(), new LoggedProgress(System::nanoTime))) {
            return file(model, file, sources);
        }
    }

    /** As {@link #file(String, String)}, with packages kept for the files that follow. */
    Path file(String model, String file, Sources sources) throws IOException {
        Catalogue.Weights weights = catalogue.find(model, file);
        Path target = locations.models().resolve(model).resolve(file);
        try (FolderLock ignored = FolderLock.hold(target.getParent())) {
            if (!stamps(target).holds(target, weights.size(), weights.sha256())) {
                fetch(model, weights, target, sources);
            }
        }
        return target;
    }

    /** Whether the file is there, verified; fetches nothing. */
    boolean has(String model, Catalogue.Weights weights) throws IOException {
        Path target = locations.models().resolve(model).resolve(weights.name());
        if (!Files.exists(target)) {
            return false;
        }
        try (FolderLock ignored = FolderLock.hold(target.getParent())) {
            return stamps(target).holds(target, weights.size(), weights.sha256());
        }
    }

    @Override
    public String sha256(String model, String file) throws IOException {
        return catalogue.find(model, file).sha256();
    }

    @Override
    public Path derived(String name, String key, DerivedFile maker) throws IOException {
        return derived.find(name, key, maker);
    }

    private Stamps stamps(Path target) {
        return new Stamps(target.getParent(), locations.verify());
    }

    private void fetch(String model, Catalogue.Weights weights, Path target, Sources sources) throws IOException {
        String found = Files.exists(target) ? "damaged" : "missing";
        if (locations.offline()) {
            throw new IOException("%s/%s is %s in %s, and nothing may be fetched offline. Remedy: run once without --offline."
                    .formatted(model, weights.name(), found, locations.models()));
        }
        try {
            sources.bring(model, weights, target);
        } catch (IOException e) {
            throw new IOException(("%s Remedy: check the network and start again, what has come so far is kept; or set SWITCHBOARD_MIRROR "
                    + "to a folder or an address that has %s/%s.").formatted(e.getMessage(), model, weights.name()), e);
        }
    }
}
