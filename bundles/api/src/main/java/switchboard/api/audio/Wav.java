package switchboard.api.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * WAV files of 16-bit linear PCM.
 *
 * @see <a href="https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html">the format</a>
 */
public final class Wav {

    private static final int HEADER_BYTES = 44;
    private static final int PCM = 1;
    private static final float FULL_SCALE = 32768f;

    private Wav() {
    }

    /**
     * Reads a whole file; several channels are averaged into one.
     *
     * @param in is read, not closed
     * @throws IOException if it ends early, or is anything but 16-bit PCM
     */
    public static AudioClip read(InputStream in) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (file.remaining() < 12 || !"RIFF".equals(tag(file)) || file.getInt() == 0 || !"WAVE".equals(tag(file))) {
            throw new IOException("not a WAV file");
        }
        Format format = null;
        while (file.remaining() >= 8) {
            String chunk = tag(file);
            int size = file.getInt();
            if ("data".equals(chunk) && format != null) {
                return samples(format, file, Math.min(Integer.toUnsignedLong(size), file.remaining()));
            }
            if (size < 0 || size > file.remaining()) {
                throw new EOFException("WAV chunk '%s' is cut short".formatted(chunk));
            }
            int next = Math.min(file.position() + size + (size & 1), file.limit());
            if ("fmt ".equals(chunk)) {
                format = Format.of(file);
            }
            file.position(next);
        }
        throw new IOException("WAV file without samples");
    }

    /** Writes a whole file; what exceeds full scale is clipped. */
    public static void write(AudioClip clip, OutputStream out) throws IOException {
        int bytes = clip.samples().length * Short.BYTES;
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + bytes).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) PCM).putShort((short) 1);
        file.putInt(clip.sampleRateHz()).putInt(clip.sampleRateHz() * Short.BYTES).putShort((short) Short.BYTES).putShort((short) 16);
        file.put(ascii("data")).putInt(bytes);
        for (float sample : clip.samples()) {
            file.putShort(pcm16(sample));
        }
        out.write(file.array());
    }

    /** A sample as 16-bit PCM, clipped to full scale; NaN becomes silence. */
    public static short pcm16(float sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * FULL_SCALE)));
    }

    private static AudioClip samples(Format format, ByteBuffer data, long bytes) {
        float[] mono = new float[(int) (bytes / Short.BYTES / format.channels)];
        for (int i = 0; i < mono.length; i++) {
            float sum = 0;
            for (int channel = 0; channel < format.channels; channel++) {
                sum += data.getShort();
            }
            mono[i] = sum / format.channels / FULL_SCALE;
        }
        return new AudioClip(format.sampleRateHz, mono);
    }

    private static String tag(ByteBuffer file) {
        byte[] tag = new byte[4];
        file.get(tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    private static byte[] ascii(String tag) {
        return tag.getBytes(StandardCharsets.US_ASCII);
    }

    private record Format(int channels, int sampleRateHz) {

        static Format of(ByteBuffer chunk) throws IOException {
            int start = chunk.position();
            int channels = chunk.getShort(start + 2);
            int bits = chunk.getShort(start + 14);
            if (bits != 16 || channels < 1) {
                throw new IOException("expected 16-bit PCM, got %d bits in %d channels".formatted(bits, channels));
            }
            return new Format(channels, chunk.getInt(start + 4));
        }
    }
}
