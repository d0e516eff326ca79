package switchboard.appointments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    private static final Instant START = Instant.parse("2026-12-04T16:00:00Z");
    static final Appointment OF_VERSION_1 = new Appointment("one", "table 1", "dinner", "Anna", "", 2, Note.NONE, START, START.plusSeconds(900), 0, START);

    @TempDir
    private Path folder;

    @Test
    void an_empty_database_gets_every_version() throws SQLException {
        try (Connection connection = H2.in(folder).open()) {
            Migration.TO_LATEST.run(connection);
            Migration.TO_LATEST.run(connection);
            assertThat(versions(connection)).isEqualTo("1 2 3 4 ");
        }
    }

    @Test
    void an_existing_database_keeps_its_appointments() throws Exception {
        try (Connection connection = H2.in(folder).open()) {
            new Migration(1).run(connection);
            insertAsOfVersion1(connection);
        }
        AppointmentBook book = new AppointmentBook(new Database(H2.in(folder), 2));
        List<Appointment> all = book.read("diner", ledger -> ledger.all(START));
        Deed deed = book.once("diner", "request", START, ledger -> new Deed("content", "spoken"));
        book.close();

        assertThat(all).containsExactly(OF_VERSION_1);
        assertThat(deed.spoken()).isEqualTo("spoken");
        try (Connection connection = H2.in(folder).open()) {
            assertThat(versions(connection)).isEqualTo("1 2 3 4 ");
        }
    }

    @Test
    void a_migration_that_stopped_half_way_is_run_again() throws SQLException {
        try (Connection connection = H2.in(folder).open()) {
            Migration.TO_LATEST.run(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from schema_version where version >= 2");
            }
            connection.commit();
            Migration.TO_LATEST.run(connection);
            assertThat(versions(connection)).isEqualTo("1 2 3 4 ");
        }
    }

    @Test
    void a_database_of_the_future_is_left_alone() throws SQLException {
        try (Connection connection = H2.in(folder).open()) {
            Migration.TO_LATEST.run(connection);
            assertThatThrownBy(() -> new Migration(1).run(connection)).isInstanceOf(SQLException.class)
                    .hasMessage("the database has schema version 4; this version of the bundle knows up to 1");
        }
    }

    /** As the first version of this bundle wrote it. */
    static void insertAsOfVersion1(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into appointment(company, customer_words, phone_tail, cancelled, id, resource, kind, customer, phone, party, start_at, end_at, revision, changed_at)"
                    + " values ('diner', ' anna ', '', false, 'one', 'table 1', 'dinner', 'Anna', '', 2, timestamp with time zone '2026-12-04 16:00:00+00',"
                    + " timestamp with time zone '2026-12-04 16:15:00+00', 0, timestamp with time zone '2026-12-04 16:00:00+00')");
        }
        connection.commit();
    }

    private static String versions(Connection connection) throws SQLException {
        StringBuilder versions = new StringBuilder();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("select version from schema_version order by version")) {
            while (rows.next()) {
                versions.append(rows.getInt(1)).append(' ');
            }
        }
        return versions.toString();
    }
}
