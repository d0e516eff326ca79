package switchboard.stt.whisper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The one file that may be given to the native library.
 *
 * <p>A cut or damaged file does not fail to load: it aborts the JVM, sometimes only in the first transcription. The store
 * has verified the file when it fetched it; what happened to it on disk since then is found here, in a fifth of a second.
 */
final class Weights {

    /** Whisper base, q8_0, as published for whisper.cpp. */
    private static final long BYTES = 81_768_585;
    private static final String SHA_256 = "c577b9a86e7e048a0b7eada054f4dd79a56bbfa911fbdacf900ac5b567cbb7d9";

    private Weights() {
    }

    /**
     * The file, if it is whole.
     *
     * @throws IOException if it cannot be read or is any other file
     */
    static Path verified(Path file) throws IOException {
        if (Files.size(file) != BYTES) {
            throw new IOException("%s: expected %d bytes, got %d; delete it to have it fetched again"
                    .formatted(file.getFileName(), BYTES, Files.size(file)));
        }
        String sum = sha256(file);
        if (!sum.equals(SHA_256)) {
            throw new IOException("%s: expected SHA-256 %s, got %s; delete it to have it fetched again"
                    .formatted(file.getFileName(), SHA_256, sum));
        }
        return file;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
             DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            while (digesting.read(buffer) >= 0) {
                // reading is what computes the sum
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
