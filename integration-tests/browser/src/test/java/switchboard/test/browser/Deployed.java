package switchboard.test.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A clean folder that stands for a machine or an image: what {@code deploy/Containerfile} copies, read-only; weights; and folders
 * that a user without a home may write. Runs what the deployment files say, with their paths put in here.
 */
final class Deployed implements AutoCloseable {

    static final Path FILES = Server.ROOT.resolve("deploy");

    private static final String NOBODY = "65534";
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (\\S+) (\\S+)$");

    private final Path machine;
    private final boolean asRoot = "root".equals(System.getProperty("user.name"));

    /** @param writable folders, as the deployment files name them */
    Deployed(List<String> writable) throws IOException {
        machine = Files.createTempDirectory("deployed");
        copyProduct();
        for (String folder : writable) {
            Files.createDirectories(at(folder));
        }
    }

    /** Where something is that the deployment files know by an absolute path. */
    Path at(String path) {
        return machine.resolve(path.substring(1));
    }

    /** Copies the weights that the product loads by itself, so that nothing is fetched. */
    void bringModels(String folder, List<String> models) throws IOException {
        Path cache = Path.of(System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache"), "switchboard", "models");
        for (String model : models) {
            copy(cache.resolve(model), at(folder).resolve(model));
        }
    }

    void bringCompanies(String folder) throws IOException {
        copy(Server.ROOT.resolve("cnf/companies"), at(folder));
    }

    /** Hands the writable folders to the user that the server will be, where that is not oneself. */
    void handOver(List<String> writable) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(machine, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (asRoot) {
            List<String> command = new ArrayList<>(List.of("chown", "-R", NOBODY + ":" + NOBODY));
            writable.forEach(folder -> command.add(at(folder).toString()));
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("cannot hand over " + writable);
            }
        }
    }

    /** A command line with the paths of this machine, on a free port, run by nobody in particular, with nothing in its environment but that. */
    ProcessBuilder command(List<String> words, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        if (asRoot) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        words.forEach(word -> command.add(here(word)));
        ProcessBuilder builder = new ProcessBuilder(command).directory(at("/opt/switchboard").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("HOME", "/");
        environment.forEach((name, value) -> builder.environment().put(name, here(value)));
        return builder;
    }

    private String here(String word) {
        return word.startsWith("/") && !word.startsWith("/dev/") && !word.startsWith(machine.toString()) ? at(word).toString() : word;
    }

    private void copyProduct() throws IOException {
        Path home = Files.createDirectories(at("/opt/switchboard"));
        Matcher copied = COPIED.matcher(Files.readString(FILES.resolve("Containerfile")));
        while (copied.find()) {
            Path from = Server.ROOT.resolve(copied.group(1));
            Path to = home.resolve(copied.group(2)).normalize();
            if (copied.group(1).contains("*")) {
                PathMatcher wanted = FileSystems.getDefault().getPathMatcher("glob:" + from.getFileName());
                try (Stream<Path> all = Files.list(from.getParent())) {
                    for (Path file : all.filter(path -> wanted.matches(path.getFileName())).toList()) {
                        copy(file, to.resolve(file.getFileName()));
                    }
                }
            } else {
                copy(from, Files.isDirectory(from) || !copied.group(2).endsWith("/") ? to : to.resolve(from.getFileName()));
            }
        }
    }

    /** A file into its place, or a folder with all that is in it. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString()).normalize();
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target);
                }
            }
        }
    }

    /** The values of a key, in the order of a unit's or a container file's lines. */
    static List<String> values(String text, String key) {
        return Pattern.compile("(?m)^" + key + "[ =](.*)$").matcher(text).results().map(result -> result.group(1).strip()).toList();
    }

    /** {@code NAME=value} as a map. */
    static Map<String, String> environment(List<String> assignments) {
        Map<String, String> environment = new LinkedHashMap<>();
        assignments.stream().map(assignment -> assignment.split("=", 2)).forEach(pair -> environment.put(pair[0], pair[1]));
        return environment;
    }

    /** The words of a JSON list of strings without escapes, as container files have it. */
    static List<String> words(String list) {
        return Arrays.stream(list.substring(1, list.length() - 1).split(",")).map(word -> word.strip().replace("\"", "")).toList();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(machine)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
