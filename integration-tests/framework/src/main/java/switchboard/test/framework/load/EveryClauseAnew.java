package switchboard.test.framework.load;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** As long as it is open, no clause sounds from memory: a load whose callers ask the same all the time would not be one. */
public final class EveryClauseAnew implements AutoCloseable {

    private final Configuration speech;

    public EveryClauseAnew(ConfigurationAdmin configurations) throws IOException {
        speech = configurations.getConfiguration("switchboard.speech", "?");
        speech.update(new Hashtable<>(Map.of("remembered.mb", 0)));
    }

    @Override
    public void close() throws IOException {
        speech.delete();
    }
}
