package switchboard.model.store.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a file, buffered, lowest byte first. Confined to one thread. */
final class LittleEndianOutput implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final FileChannel channel;

    LittleEndianOutput(Path target) throws IOException {
        channel = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void putByte(byte value) throws IOException {
        room(Byte.BYTES).put(value);
    }

    void putShort(short value) throws IOException {
        room(Short.BYTES).putShort(value);
    }

    void putInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void putFloat(float value) throws IOException {
        room(Float.BYTES).putFloat(value);
    }

    void put(byte[] bytes) throws IOException {
        for (byte value : bytes) {
            putByte(value);
        }
    }

    /** Writes what remains of the bytes, as they are. */
    void put(ByteBuffer bytes) throws IOException {
        flush();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }
}
