package example.espeak;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.AudioSink;

/** One run of espeak-ng. Used by one thread; may be closed by any, which destroys the process. */
final class Utterance implements AutoCloseable {

    private static final int WORDS_PER_MINUTE = 175;
    private static final int WAV_HEADER_BYTES = 44;
    private static final int SAMPLE_RATE_AT = 24;
    /** About 0.1 s: the first piece is heard while the rest is made. */
    private static final int PIECE_BYTES = 2 * 2_205;
    private static final float FULL_SCALE = 32_768;

    private final Process process;

    private Utterance(Process process) {
        this.process = process;
    }

    /**
     * Starts the program; it waits for text.
     *
     * @param deadline after which it is destroyed, whatever it does
     * @param voice    one that espeak-ng knows: becomes an argument
     * @param speed    1.0 is the voice's own pace
     */
    static Utterance begin(String program, Duration deadline, String voice, double speed) throws IOException {
        Process process = new ProcessBuilder(program, "--stdin", "--stdout", "-b", "1", "-z",
                "-v", voice, "-s", String.valueOf(Math.round(WORDS_PER_MINUTE * speed)))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.onExit().orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> process.destroyForcibly());
        return new Utterance(process);
    }

    /**
     * Has the text said, until it is over or the sink has had enough.
     *
     * @param text is handed over as input: as an argument it could be taken for an option
     * @throws IOException if the program ends early, fails, or answers with anything but audio of that rate
     */
    void say(String text, int sampleRateHz, AudioSink sink) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        DataInputStream out = new DataInputStream(process.getInputStream());
        requireRate(out, sampleRateHz);
        Edges edges = new Edges();
        byte[] bytes = out.readNBytes(PIECE_BYTES);
        while (bytes.length > 0) {
            float[] audible = edges.audible(samples(bytes));
            if (audible.length > 0 && !sink.accept(new AudioClip(sampleRateHz, audible))) {
                return;
            }
            bytes = out.readNBytes(PIECE_BYTES);
        }
        requireSuccess();
    }

    /** Destroys the process if it is still running. Closing twice has no effect. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void requireRate(DataInputStream out, int sampleRateHz) throws IOException {
        byte[] header = out.readNBytes(WAV_HEADER_BYTES);
        if (header.length < WAV_HEADER_BYTES) {
            requireSuccess();
            throw new IOException("expected WAV, got %d bytes".formatted(header.length));
        }
        int rate = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(SAMPLE_RATE_AT);
        if (rate != sampleRateHz) {
            throw new IOException("expected %d Hz, got %d Hz".formatted(sampleRateHz, rate));
        }
    }

    /** The output has ended, so the process ends; if it does not, the deadline ends it. */
    private void requireSuccess() throws IOException {
        int status = process.onExit().join().exitValue();
        if (status != 0) {
            throw new IOException("it ended with status " + status);
        }
    }

    private static float[] samples(byte[] pcm) {
        float[] samples = new float[pcm.length / Short.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = buffer.getShort() / FULL_SCALE;
        }
        return samples;
    }
}
