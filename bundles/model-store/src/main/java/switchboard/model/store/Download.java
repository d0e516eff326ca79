package switchboard.model.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Downloads by HTTP, and goes on where an earlier download stopped. Remembers which hosts cannot be reached. Confined to one
 * thread.
 *
 * <p>By {@link HttpURLConnection}, because only that gives up on a connection that falls silent within the body.
 */
final class Download {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Map<String, String> unreachable = new HashMap<>();
    private final Progress progress;

    Download(Progress progress) {
        this.progress = progress;
    }

    /** The connection broke within the body; it is worth another try. */
    private static final class Broken extends IOException {

        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /**
     * Fetches a file, whole and verified.
     *
     * @param label   for people
     * @param partial grows while it comes; what an earlier download left there is used if the sum proves it right
     * @throws IOException if it cannot be had here; the partial file stays if the connection failed, and goes if the sum is wrong
     */
    void fetch(URI address, String label, Catalogue.Weights weights, Path partial) throws IOException {
        if (bytesIn(partial) > weights.size()) {
            Files.delete(partial);
        }
        boolean resumed = bytesIn(partial) > 0;
        complete(address, label, weights.size(), partial);
        if (resumed && !Verification.sha256(partial).equals(weights.sha256())) {
            Files.delete(partial); // What was there belonged to something else: once more, from the beginning.
            complete(address, label, weights.size(), partial);
        }
        try {
            Verification.require(partial, label, weights.size(), weights.sha256());
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            throw e;
        }
    }

    private void complete(URI address, String label, long size, Path partial) throws IOException {
        for (int tries = 1; bytesIn(partial) < size; tries++) {
            try {
                proceed(address, label, size, partial);
            } catch (Broken e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Requests what is missing and appends it. */
    private void proceed(URI address, String label, long size, Path partial) throws IOException {
        long have = bytesIn(partial);
        HttpURLConnection connection = connect(address, have);
        try {
            int status = connection.getResponseCode();
            if (have > 0 && status == HttpURLConnection.HTTP_PARTIAL
                    && String.valueOf(connection.getHeaderField("Content-Range")).startsWith("bytes " + have + "-")) {
                requireLength(connection, size - have);
                append(connection, label, size, partial, StandardOpenOption.APPEND);
            } else if (status == HttpURLConnection.HTTP_OK) {
                requireLength(connection, size);
                append(connection, label, size, partial, StandardOpenOption.TRUNCATE_EXISTING);
            } else if (have > 0 && (status == HttpURLConnection.HTTP_PARTIAL || status == RANGE_NOT_SATISFIABLE)) {
                Files.delete(partial); // The server does not go on where we stopped; the next request asks for all.
            } else {
                throw new IOException("%s answered %d".formatted(address, status));
            }
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection connect(URI address, long from) throws IOException {
        String host = String.valueOf(address.getHost());
        if (unreachable.containsKey(host)) {
            throw new IOException(unreachable.get(host));
        }
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) SILENCE.toMillis());
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        try {
            connection.connect();
            return connection;
        } catch (IOException e) {
            String reason = "%s is not reachable, %s".formatted(host, e);
            unreachable.put(host, reason);
            throw new IOException(reason, e);
        }
    }

    private static void requireLength(HttpURLConnection connection, long expected) throws IOException {
        long length = connection.getContentLengthLong();
        if (length >= 0 && length != expected) {
            throw new IOException("expected %d bytes, the server has %d".formatted(expected, length));
        }
    }

    private void append(HttpURLConnection connection, String label, long size, Path partial, StandardOpenOption how) throws IOException {
        try (InputStream in = connection.getInputStream();
             OutputStream out = Files.newOutputStream(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            long done = how == StandardOpenOption.APPEND ? bytesIn(partial) : 0;
            progress.at(label, done, size);
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = read(in, buffer)) >= 0; ) {
                done += read;
                if (done > size) {
                    throw new IOException("expected %d bytes, the server has more".formatted(size));
                }
                out.write(buffer, 0, read);
                progress.at(label, done, size);
            }
        }
        if (bytesIn(partial) < size) {
            throw new Broken("the connection ended after %d of %d bytes".formatted(bytesIn(partial), size));
        }
    }

    private static int read(InputStream in, byte[] buffer) throws Broken {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw (Broken) new Broken("the connection broke: " + e).initCause(e);
        }
    }

    private static long bytesIn(Path partial) throws IOException {
        return Files.exists(partial) ? Files.size(partial) : 0;
    }
}
