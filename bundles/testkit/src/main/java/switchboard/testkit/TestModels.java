package switchboard.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.charset.StandardCharsets;
import switchboard.api.model.ModelStore;

/**
 * The weights on disk, for tests tagged {@code models}; they must have been fetched before. The folder is the system
 * property {@code switchboard.models}, else the user's cache.
 */
public final class TestModels implements ModelStore {

    private final Path folder;

    public TestModels() {
        String configured = System.getProperty("switchboard.models");
        this.folder = configured != null ? Path.of(configured) : userCache().resolve("models");
    }

    /** As {@link ModelStore#file}, for tests. */
    public static Path path(String model, String file) {
        try {
            return new TestModels().file(model, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path file(String model, String file) throws IOException {
        Path path = folder.resolve(model).resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString(), null, "fetch the models first: ./run --fetch-only");
        }
        return path;
    }

    @Override
    public String sha256(String model, String file) throws IOException {
        return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file(model, file))));
    }

    @Override
    public Path derived(String name, String key, DerivedFile maker) throws IOException {
        Path target = userCache().resolve("test-derived").resolve(digest(key) + "-" + name);
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            Path partial = Files.createTempFile(target.getParent(), name, ".partial");
            maker.write(partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    /** The user's folder of cached files, by the XDG rules. */
    public static Path userCache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return caches.resolve("switchboard");
    }

    private static String digest(String key) {
        return HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
