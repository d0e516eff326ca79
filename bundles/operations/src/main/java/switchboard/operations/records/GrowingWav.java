package switchboard.operations.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A WAV file of 16-bit PCM in two channels that is whole after each piece, so that a call can be heard to the last second when
 * the server is killed in the middle of it. Confined to one thread.
 *
 * @see <a href="https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html">the format</a>
 */
final class GrowingWav implements AutoCloseable {

    private static final int HEADER_BYTES = 44;
    private static final int CHANNELS = 2;
    private static final int FRAME_BYTES = CHANNELS * Short.BYTES;
    /** Sizes have 32 bits, and some readers take them for signed: 9 hours at 16 kHz. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - HEADER_BYTES;

    private final FileChannel file;
    private final int sampleRateHz;
    private long bytes;

    /** @throws java.nio.file.FileAlreadyExistsException if there is such a file */
    GrowingWav(Path path, int sampleRateHz) throws IOException {
        this.file = FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.sampleRateHz = sampleRateHz;
        writeHeader();
    }

    /**
     * Appends samples.
     *
     * @param interleaved left, right, left, right...
     * @throws IOException if the disk is full, or the file is as long as it can be
     */
    void append(short[] interleaved) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(interleaved.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asShortBuffer().put(interleaved);
        if (bytes + data.remaining() > MOST_BYTES) {
            throw new IOException("a WAV file cannot be longer");
        }
        long at = HEADER_BYTES + bytes;
        while (data.hasRemaining()) {
            at += file.write(data, at);
        }
        bytes = at - HEADER_BYTES;
        writeHeader();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void writeHeader() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (HEADER_BYTES - 8 + bytes)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) CHANNELS).putInt(sampleRateHz)
                .putInt(sampleRateHz * FRAME_BYTES).putShort((short) FRAME_BYTES).putShort((short) Short.SIZE);
        header.put(ascii("data")).putInt((int) bytes).flip();
        for (long at = 0; header.hasRemaining(); ) {
            at += file.write(header, at);
        }
    }

    private static byte[] ascii(String tag) {
        return tag.getBytes(StandardCharsets.US_ASCII);
    }
}
