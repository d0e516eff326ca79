package switchboard.appointments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginTest {

    private static final FakeConfig DEFAULT = new FakeConfig("", "", "");

    @Test
    void the_data_folder_is_a_property_or_follows_xdg() {
        assertThat(Origin.configured(DEFAULT, Map.of("switchboard.data", "/srv/data")::get, Map.of("XDG_DATA_HOME", "/xdg")::get).folder())
                .contains(Path.of("/srv/data"));
        assertThat(Origin.configured(DEFAULT, Map.<String, String>of()::get, Map.of("XDG_DATA_HOME", "/xdg")::get).folder())
                .contains(Path.of("/xdg/switchboard"));
        assertThat(Origin.configured(DEFAULT, Map.<String, String>of()::get, Map.<String, String>of()::get).folder())
                .contains(Path.of(System.getProperty("user.home"), ".local/share/switchboard"));
    }

    @Test
    void the_password_comes_from_the_environment() {
        FakeConfig config = new FakeConfig("jdbc:postgresql://db/switchboard", "sb", "DB_PASSWORD");
        assertThat(Origin.configured(config, Map.<String, String>of()::get, Map.of("DB_PASSWORD", "secret")::get).properties())
                .containsEntry("user", "sb").containsEntry("password", "secret");
        assertThatIllegalArgumentException().isThrownBy(() -> Origin.configured(config, Map.<String, String>of()::get, Map.<String, String>of()::get))
                .withMessage("password.env: the variable DB_PASSWORD is not set");
    }

    @Test
    void h2_opens_in_a_folder_that_is_nobody_elses_business(@TempDir Path folder) throws SQLException, IOException {
        Origin origin = Origin.embedded(folder.resolve("new/data"));
        try (Connection connection = origin.source(new OsgiDataSourceFactory(new org.h2.Driver())).open()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("H2");
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("new/data"))).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(folder.resolve("new/data/appointments.mv.db")).exists();
    }

    @Test
    void a_driver_that_does_not_know_the_url_is_named() {
        Origin origin = Origin.configured(new FakeConfig("jdbc:postgresql://db/x", "", ""), Map.<String, String>of()::get, Map.<String, String>of()::get);
        assertThatThrownBy(() -> origin.source(new OsgiDataSourceFactory(new org.h2.Driver())).open()).isInstanceOf(SQLException.class);
    }
}
