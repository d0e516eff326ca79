package switchboard.onnxruntime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** What kind of processor this is: an optimised graph holds weights in the layout that suits its instructions. */
final class Processor {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Processor() {
    }

    /** A short name for the architecture and everything that the processor can do, as Linux tells it. */
    static String features() {
        return features(System.getProperty("os.arch"), LINUX);
    }

    static String features(String architecture, Path cpuinfo) {
        try (Stream<String> lines = Files.lines(cpuinfo)) {
            String flags = lines.filter(line -> line.startsWith("flags") || line.startsWith("Features")).findFirst().orElse("");
            return architecture + "-" + digest(flags);
        } catch (IOException e) {
            return architecture; // another system: there the architecture has to do
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
