package switchboard.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What run.jar says of itself, once it is unpacked: the framework's properties, and the bundles in the order of their start.
 * The file launcher.properties is written by bnd, from run.bndrun.
 */
record Product(Map<String, String> properties, List<Entry> bundles) {

    static final String DESCRIPTION = "launcher.properties";

    /** Where ai.onnxruntime.OnnxRuntime looks first. */
    static final String NATIVE_PATH = "onnxruntime.native.path";

    private static final Pattern LEVEL = Pattern.compile("startlevel=(\\d+)");
    private static final int DEFAULT_LEVEL = 1;

    /** A bundle's jar and the start level at which it runs. */
    record Entry(Path jar, int level) {}

    static Product in(Path folder) throws IOException {
        return of(folder, Files.readString(folder.resolve(DESCRIPTION)));
    }

    static Product of(Path folder, String description) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(description));
        String[] jars = read.getProperty("launch.bundles", "").split(",");
        // One per jar, in the same order.
        String[] attributes = read.getProperty("launch.runbundles.attrs", "").split(",");
        if (jars.length != attributes.length) {
            throw new IOException("%s: expected attributes for %d bundles, got %d".formatted(DESCRIPTION, jars.length, attributes.length));
        }
        List<Entry> bundles = new ArrayList<>();
        for (int i = 0; i < jars.length; i++) {
            bundles.add(new Entry(folder.resolve(jars[i]), level(attributes[i])));
        }
        Map<String, String> properties = new HashMap<>();
        read.stringPropertyNames().stream().filter(name -> !name.startsWith("launch."))
                .forEach(name -> properties.put(name, read.getProperty(name)));
        if (Files.isDirectory(folder.resolve(Unpacked.NATIVE))) {
            properties.put(NATIVE_PATH, folder.resolve(Unpacked.NATIVE).toString());
        }
        return new Product(Map.copyOf(properties), List.copyOf(bundles));
    }

    private static int level(String attributes) {
        Matcher level = LEVEL.matcher(attributes);
        return level.find() ? Integer.parseInt(level.group(1)) : DEFAULT_LEVEL;
    }
}
