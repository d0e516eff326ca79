package switchboard.appointments.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * Where the database is.
 *
 * @param url        JDBC URL
 * @param folder     to be made for an embedded database
 * @param properties user, password, and the driver's own settings
 */
record Origin(String url, Optional<Path> folder, Properties properties) {

    /** A commit is on disk before it is announced; nobody but this process opens the files; no second file with what was asked. */
    private static final String H2_SETTINGS = ";WRITE_DELAY=0;AUTO_SERVER=FALSE;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=2000;TRACE_LEVEL_FILE=0";

    /**
     * As configured.
     *
     * @param property    reads a property of the framework, null if there is none
     * @param environment reads a variable of the environment, null if there is none
     * @throws IllegalArgumentException if the password's variable is not set
     */
    static Origin configured(AppointmentBook.Config config, Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
        if (config.url().isBlank()) {
            return embedded(dataFolder(property, environment));
        }
        Properties properties = new Properties();
        if (!config.user().isBlank()) {
            properties.setProperty("user", config.user());
        }
        if (!config.password_env().isBlank()) {
            properties.setProperty("password", Optional.ofNullable(environment.apply(config.password_env())).orElseThrow(
                    () -> new IllegalArgumentException("password.env: the variable %s is not set".formatted(config.password_env()))));
        }
        if (config.url().startsWith("jdbc:postgresql:")) {
            // [s], but the lock's [ms]. A caller waits on the line: rather an excuse than a long silence.
            properties.setProperty("connectTimeout", "3");
            properties.setProperty("socketTimeout", "10");
            properties.setProperty("options", "-c lock_timeout=2000");
            properties.setProperty("ApplicationName", "switchboard");
        }
        return new Origin(config.url(), Optional.empty(), properties);
    }

    /** H2 in files of a folder. */
    static Origin embedded(Path folder) {
        Path file = folder.toAbsolutePath().normalize().resolve("appointments");
        if (file.toString().contains(";")) {
            throw new IllegalArgumentException("the data folder's name must not contain a semicolon: " + folder);
        }
        Properties properties = new Properties();
        properties.setProperty("user", "sa");
        properties.setProperty("password", "");
        return new Origin("jdbc:h2:file:" + file + H2_SETTINGS, Optional.of(file.getParent()), properties);
    }

    /** Connections from a driver. */
    Database.Source source(DataSourceFactory factory) {
        return () -> {
            prepareFolder();
            Driver driver = factory.createDriver(new Properties());
            Connection connection = driver.connect(url, properties);
            if (connection == null) {
                throw new SQLException("%s does not know the URL %s; does driver.target fit?".formatted(driver.getClass().getName(), url));
            }
            return connection;
        };
    }

    /** By property, and the XDG base directory rules. */
    private static Path dataFolder(Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
        return set(property.apply("switchboard.data")).map(Path::of)
                .orElseGet(() -> set(environment.apply("XDG_DATA_HOME")).map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share")).resolve("switchboard"));
    }

    private static Optional<String> set(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    /** Names and phone numbers are nobody else's business. */
    private void prepareFolder() throws SQLException {
        if (folder.isEmpty() || Files.isDirectory(folder.get())) {
            return;
        }
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(folder.get(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder.get());
            }
        } catch (IOException e) {
            throw new SQLException("cannot make the data folder " + folder.get(), e);
        }
    }
}
