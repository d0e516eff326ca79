package switchboard.test.framework.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.test.framework.Eventually;

/** A second folder of company files, watched as the product's own is. */
final class WatchedCompanies implements AutoCloseable {

    private final Companies companies;
    private final Path folder;
    private final Configuration watcher;
    private final Set<String> ids = new TreeSet<>();

    WatchedCompanies(BundleContext context, ConfigurationAdmin configurations, Companies companies) throws IOException {
        this.companies = companies;
        this.folder = Files.createTempDirectory("watched-companies");
        this.watcher = configurations.getFactoryConfiguration("org.apache.felix.fileinstall", "test", "?");
        Hashtable<String, Object> settings = new Hashtable<>(Map.of("felix.fileinstall.dir", folder.toString()));
        for (String key : List.of("poll", "noInitialDelay", "disableNio2", "subdir.mode")) {
            settings.put("felix.fileinstall." + key, context.getProperty("felix.fileinstall." + key));
        }
        watcher.update(settings);
    }

    Path folder() {
        return folder;
    }

    /** As an editor does that writes in place. */
    void save(String id, String json) {
        write(file(id), json);
    }

    /** As an editor does that writes aside and renames. */
    void saveByRename(String id, String json) throws IOException {
        Path aside = folder.resolve("." + id + ".new");
        write(aside, json);
        Files.move(aside, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        ids.add(id);
    }

    void remove(String id) throws IOException {
        Files.delete(file(id));
    }

    Company await(String id) throws InterruptedException {
        return Eventually.present(() -> companies.find(id));
    }

    /** Waits until nothing of it is left, so that no other test meets it. */
    @Override
    public void close() throws IOException, InterruptedException {
        for (String id : ids) {
            Files.deleteIfExists(file(id));
        }
        for (String id : ids) {
            Eventually.present(() -> companies.find(id).isEmpty() ? Optional.of(true) : Optional.empty());
        }
        watcher.delete();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path file(String id) {
        ids.add(id);
        return folder.resolve("switchboard.company~" + id + ".json");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
