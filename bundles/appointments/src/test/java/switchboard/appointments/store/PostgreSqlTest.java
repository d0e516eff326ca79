package switchboard.appointments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a real server; tagged with the slow tests. */
@Tag("models")
class PostgreSqlTest extends DoubleBookingContract {

    private static PostgreSql server;

    private Database database;

    @BeforeAll
    static void start() throws Exception {
        server = PostgreSql.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        database = new Database(source(), 16);
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("delete from appointment") + statement.executeUpdate("delete from deed");
            }
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }

    @Test
    void what_was_booked_survives_a_crash_and_the_book_goes_on() throws Exception {
        AppointmentBook book = new AppointmentBook(database);
        Instant start = Instant.parse("2026-12-04T16:00:00Z");
        book.once("diner", "1", start, ledger -> {
            ledger.add(new Appointment("one", "table 1", "dinner", "Anna", "", 2, Note.NONE, start, start.plusSeconds(900), 0, start), Duration.ZERO);
            return new Deed("", "");
        });

        server.crash();
        assertThatThrownBy(() -> book.read("diner", ledger -> ledger.all(start))).isInstanceOf(SQLException.class);
        server.restart();

        try (Database restarted = new Database(source(), 1)) {
            assertThat(all(restarted)).extracting(Appointment::id).containsExactly("one");
        }
    }

    @Test
    void two_servers_may_migrate_at_the_same_time() throws Exception {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("drop table deed, slot, appointment, schema_version");
            }
        });
        List<Database> servers = List.of(new Database(source(), 1), new Database(source(), 1), new Database(source(), 1), new Database(source(), 1));
        List<List<Appointment>> answers = servers.parallelStream().map(PostgreSqlTest::all).toList();

        assertThat(answers).containsOnly(List.of());
        servers.forEach(Database::close);
    }

    @Test
    void an_existing_database_keeps_its_appointments_and_gets_notes() throws Exception {
        try (Connection connection = source().open()) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("drop table deed, slot, appointment, callback, schema_version");
            }
            new Migration(1).run(connection);
            MigrationTest.insertAsOfVersion1(connection);
        }
        try (Database updated = new Database(source(), 1)) {
            assertThat(all(updated)).containsExactly(MigrationTest.OF_VERSION_1);
            Appointment noted = MigrationTest.OF_VERSION_1.noting(new Note("by the window"));
            new AppointmentBook(updated).once("diner", "note", noted.changed(), ledger -> {
                ledger.move(noted, Duration.ZERO);
                return new Deed("", "");
            });
            assertThat(all(updated)).containsExactly(noted);
        }
    }

    private static List<Appointment> all(Database database) {
        try {
            return new AppointmentBook(database).read("diner", ledger -> ledger.all(Instant.EPOCH));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database.Source source() {
        Properties properties = Origin.configured(new FakeConfig(server.url(), "switchboard", ""), name -> null, name -> null).properties();
        return () -> new org.postgresql.Driver().connect(server.url(), properties);
    }
}
