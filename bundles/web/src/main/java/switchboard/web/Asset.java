package switchboard.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file of the page, ready to be sent. The bytes are shared, and nobody writes to them.
 *
 * @param contentType value of the header of that name
 * @param bytes       the whole file
 * @param etag        a strong validator, with its quotes (RFC 9110 §8.8.3)
 */
record Asset(String contentType, byte[] bytes, String etag) {

    static Asset of(String contentType, byte[] bytes) {
        return new Asset(contentType, bytes, '"' + HexFormat.of().formatHex(sha256(bytes), 0, 16) + '"');
    }

    /** Whether a client that sent this {@code If-None-Match} has the file already (RFC 9110 §13.1.2: weak comparison). */
    boolean matches(String ifNoneMatch) {
        return ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
