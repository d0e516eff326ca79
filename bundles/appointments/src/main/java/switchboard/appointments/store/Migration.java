package switchboard.appointments.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to the newest schema: runs each SQL file that it has not seen and notes it in {@code schema_version}.
 *
 * @param latest number of the newest file to run
 */
record Migration(int latest) {

    /** To the schema that this code needs. */
    static final Migration TO_LATEST = new Migration(4);

    private static final Logger log = LoggerFactory.getLogger(Migration.class);

    /** No call lasts that long. */
    private static final int DEED_DAYS = 30;
    private static final int DEEDS_SINCE = 2;

    /** One server at a time; any number will do that nobody else takes. */
    private static final long LOCK = 7_249_331_530L;

    /** @throws SQLException if it fails, or the database is newer than this code; it can be run again */
    void run(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
            statement.execute("create table if not exists schema_version(version int primary key, applied_at timestamp with time zone not null)");
            int version = version(statement);
            if (version > latest) {
                throw new SQLException("the database has schema version %d; this version of the bundle knows up to %d".formatted(version, latest));
            }
            for (int next = version + 1; next <= latest; next++) {
                for (String sql : statements(next)) {
                    statement.execute(sql);
                }
                // Last: if H2 stops before, the file is run once more.
                statement.execute("insert into schema_version(version, applied_at) values (" + next + ", current_timestamp)");
                log.info("schema version={} event=migrated", next);
            }
            if (latest >= DEEDS_SINCE) {
                statement.execute("delete from deed where done_at < current_timestamp - interval '" + DEED_DAYS + "' day");
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select coalesce(max(version), 0) from schema_version")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<String> statements(int version) {
        String file = "V" + version + ".sql";
        try (InputStream sql = Migration.class.getResourceAsStream(file)) {
            if (sql == null) {
                throw new FileNotFoundException(file);
            }
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
            return Stream.of(text.split(";")).map(String::strip).filter(statement -> !statement.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
