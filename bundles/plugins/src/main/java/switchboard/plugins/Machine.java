package switchboard.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.wiring.BundleRevision;
import switchboard.plugins.sample.Unfit;

/**
 * What this machine has, for plugins that need something of it:
 * {@code Require-Capability: switchboard.machine;filter:="(&(memory.mb>=4096)(cpu=avx2))";effective:=active}. The framework
 * does not look at requirements that are not effective when it resolves; they are judged here, before the plugin starts.
 *
 * @param attributes {@code memory.mb} that is available now, {@code cores}, {@code arch}, and {@code cpu}, the processor's features
 */
record Machine(Map<String, Object> attributes) {

    /** The namespace of the requirement. */
    static final String NAMESPACE = "switchboard.machine";

    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    /** This one, now. What the system does not tell is absent, and nothing that needs it fits. */
    static Machine here() {
        return of(MEMORY, PROCESSOR);
    }

    static Machine of(Path memory, Path processor) {
        Map<String, Object> attributes = new TreeMap<>();
        attributes.put("cores", Runtime.getRuntime().availableProcessors());
        attributes.put("arch", System.getProperty("os.arch"));
        line(memory, "MemAvailable").ifPresent(value -> attributes.put("memory.mb", Long.parseLong(value.split(" ")[0]) / 1024));
        line(processor, "flags").or(() -> line(processor, "Features")).ifPresent(value -> attributes.put("cpu", Set.copyOf(Arrays.asList(value.split(" ")))));
        return new Machine(attributes);
    }

    /** @throws Unfit if the bundle needs what is not there */
    void mustHave(Bundle bundle) throws Unfit {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (String filter : revision.getDeclaredRequirements(NAMESPACE).stream().map(need -> need.getDirectives().getOrDefault("filter", "")).toList()) {
            mustMatch(filter);
        }
    }

    void mustMatch(String filter) throws Unfit {
        try {
            if (!filter.isEmpty() && !FrameworkUtil.createFilter(filter).matches(attributes)) {
                throw new Unfit("it needs a machine with %s; this one has %s".formatted(filter, this),
                        "Free memory or use another machine, or build the model for this one.");
            }
        } catch (InvalidSyntaxException e) {
            throw new Unfit("its requirement of the machine is malformed: " + filter, "Correct the filter in its manifest.", e);
        }
    }

    /** Without the processor's features, which are a hundred. */
    @Override
    public String toString() {
        Map<String, Object> few = new TreeMap<>(attributes);
        few.computeIfPresent("cpu", (name, features) -> ((Set<?>) features).size() + " features (see " + PROCESSOR + ")");
        return few.toString();
    }

    private static Optional<String> line(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.matches(name + "\\s*:.*")).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
