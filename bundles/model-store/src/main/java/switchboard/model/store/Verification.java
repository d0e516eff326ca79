package switchboard.model.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Size and SHA-256 of files: the gate before every native library. */
final class Verification {

    private Verification() {
    }

    /**
     * Checks a file that was just fetched.
     *
     * @throws IOException naming what was expected and what came
     */
    static void require(Path file, String name, long size, String sha256) throws IOException {
        long actualSize = Files.size(file);
        if (actualSize != size) {
            throw new IOException("%s: expected %d bytes, got %d".formatted(name, size, actualSize));
        }
        String actual = sha256(file);
        if (!actual.equals(sha256)) {
            throw new IOException("%s: expected sha256 %s, got %s".formatted(name, sha256, actual));
        }
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
