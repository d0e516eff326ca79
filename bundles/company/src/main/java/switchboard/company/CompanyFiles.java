package switchboard.company;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Hashtable;
import org.apache.felix.cm.json.io.Configurations;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns {@code switchboard.company~<id>.json} in the watched folder into a configuration, and back into nothing when the
 * file goes. A file that cannot be read changes nothing.
 */
@Component(service = ArtifactInstaller.class)
public final class CompanyFiles implements ArtifactInstaller {

    private static final Logger log = LoggerFactory.getLogger(CompanyFiles.class);
    private static final String SUFFIX = ".json";

    private final ConfigurationAdmin configurations;

    @Activate
    public CompanyFiles(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().startsWith(ConfiguredCompanies.PID + "~") && file.getName().endsWith(SUFFIX);
    }

    @Override
    public void install(File file) {
        update(file);
    }

    @Override
    public void update(File file) {
        try (Reader text = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8)) {
            Hashtable<String, Object> read = Configurations.buildReader().verifyAsBundleResource(false).build(text).readConfiguration();
            configuration(file).updateIfDifferent(read);
        } catch (IOException e) {
            log.error("file={} event=refused: {}; the last good configuration stays in force", file.getName(), e.getMessage());
        }
    }

    @Override
    public void uninstall(File file) throws IOException {
        configuration(file).delete();
    }

    private Configuration configuration(File file) throws IOException {
        String name = file.getName().substring(ConfiguredCompanies.PID.length() + 1, file.getName().length() - SUFFIX.length());
        return configurations.getFactoryConfiguration(ConfiguredCompanies.PID, name, "?");
    }
}
