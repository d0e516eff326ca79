package switchboard.tts.kokoro.rewrite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * How far the outputs of the vocoder's convolutions reach, channel by channel, bias included; measured over a few phrases.
 *
 * @param ranges by name of the convolution
 */
public record Calibration(Map<String, Range> ranges) {

    private static final String SHIPPED = "calibration.tsv";

    /** Smallest and largest value of each channel. */
    record Range(float[] lowest, float[] highest) {}

    /** The one that ships. To read its 18 000 numbers takes a tenth of what it takes to open the graphs. */
    public static Calibration shipped() throws IOException {
        return of(shippedFile());
    }

    /** Tells it from all that shipped with other versions, and takes no time. */
    public static String shippedSum() throws IOException {
        CRC32 sum = new CRC32();
        sum.update(shippedFile());
        return Long.toHexString(sum.getValue());
    }

    private static byte[] shippedFile() throws IOException {
        try (InputStream in = Calibration.class.getResourceAsStream(SHIPPED)) {
            return Objects.requireNonNull(in, SHIPPED).readAllBytes();
        }
    }

    Range range(String convolution) {
        Range range = ranges.get(convolution);
        if (range == null) {
            throw new IllegalStateException("no calibration for " + convolution);
        }
        return range;
    }

    private static Calibration of(byte[] file) {
        Map<String, Range> ranges = new HashMap<>();
        new String(file, StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] columns = line.split("\t");
            ranges.put(columns[0], new Range(numbers(columns[1]), numbers(columns[2])));
        });
        return new Calibration(Map.copyOf(ranges));
    }

    private static float[] numbers(String column) {
        String[] texts = column.split(" ");
        float[] numbers = new float[texts.length];
        for (int i = 0; i < texts.length; i++) {
            numbers[i] = Float.parseFloat(texts[i]);
        }
        return numbers;
    }
}
