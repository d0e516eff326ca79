package switchboard.appointments.store;

import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;

/** H2 for tests. */
final class H2 {

    private H2() {
    }

    /** A database in memory that ends with the process. */
    static Database.Source inMemory() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=2000";
        return () -> new org.h2.Driver().connect(url, new Properties());
    }

    /** As it is used in production. */
    static Database.Source in(Path folder) {
        Origin origin = Origin.embedded(folder);
        return () -> new org.h2.Driver().connect(origin.url(), origin.properties());
    }
}
