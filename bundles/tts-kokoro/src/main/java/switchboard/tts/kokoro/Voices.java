package switchboard.tts.kokoro;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import switchboard.api.model.ModelStore;

/**
 * The voices: per voice a file of 510 styles, one for each length of an utterance, of 256 little-endian floats.
 * Thread-safe. A style is read when it is needed: all 28 voices would take 15 MB of heap. The statistics, 2 MB for all
 * of them, are kept.
 */
final class Voices {

    /** Numbers in a style. */
    static final int STYLE = 256;

    private static final int ROWS = 510;
    private static final int ROW_BYTES = STYLE * Float.BYTES;

    private final Map<String, Path> files;
    private final Map<String, Statistics> statistics = new HashMap<>();

    /**
     * @param files by name of the voice
     * @throws IOException if one has not the size of a voice
     */
    Voices(Map<String, Path> files) throws IOException {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("expected at least one voice");
        }
        for (Map.Entry<String, Path> voice : files.entrySet()) {
            long size = Files.size(voice.getValue());
            if (size != (long) ROWS * ROW_BYTES) {
                throw new IOException("voice %s: expected %d bytes, got %d".formatted(voice.getKey(), ROWS * ROW_BYTES, size));
            }
        }
        for (String voice : files.keySet()) {
            Statistics.shipped(voice).ifPresent(shipped -> statistics.put(voice, shipped));
        }
        this.files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Every English voice of the model, fetched if need be. */
    static Voices from(ModelStore store) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (String voice : all()) {
            files.put(voice, store.file("kokoro-voices", voice + ".bin"));
        }
        return new Voices(files);
    }

    /** In the order of the alphabet. */
    Set<String> names() {
        return files.keySet();
    }

    /**
     * How the voice sounds in an utterance of that many tokens.
     *
     * @throws IllegalArgumentException if there is no such voice
     */
    float[] style(String voice, int tokens) throws IOException {
        Path file = files.get(voice);
        if (file == null) {
            throw new IllegalArgumentException("expected one of %s, got %s".formatted(names(), voice));
        }
        ByteBuffer row = ByteBuffer.allocate(ROW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            long at = (long) Math.min(tokens, ROWS - 1) * ROW_BYTES;
            while (row.hasRemaining()) {
                if (channel.read(row, at + row.position()) < 0) {
                    throw new EOFException("voice %s has become too short".formatted(voice));
                }
            }
        }
        float[] style = new float[STYLE];
        row.flip().asFloatBuffer().get(style);
        return style;
    }

    /** What the vocoder measures when the voice speaks; empty if it has not been measured. */
    Optional<Statistics> statistics(String voice) {
        return Optional.ofNullable(statistics.get(voice));
    }

    private static List<String> all() throws IOException {
        InputStream in = Objects.requireNonNull(Voices.class.getResourceAsStream("voices.txt"), "voices.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
