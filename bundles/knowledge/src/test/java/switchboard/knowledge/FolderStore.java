package switchboard.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import switchboard.api.model.ModelStore;

/** Keeps in a folder what is derived, and has no models. */
record FolderStore(Path folder) implements ModelStore {

    @Override
    public Path file(String model, String file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String sha256(String model, String file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path derived(String name, String key, DerivedFile maker) throws IOException {
        Path target = folder.resolve("cache").resolve(HexFormat.of().toHexDigits(key.hashCode()) + name);
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            Path part = target.resolveSibling("part");
            maker.write(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }
}
