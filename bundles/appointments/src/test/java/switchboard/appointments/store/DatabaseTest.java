package switchboard.appointments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.tool.ToolException;

class DatabaseTest {

    @Test
    void who_is_interrupted_has_changed_nothing_and_the_files_stay_open(@TempDir Path folder) throws Exception {
        try (Database database = new Database(H2.in(folder), 2)) {
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            CountDownLatch rolledBack = new CountDownLatch(1);
            AtomicReference<Exception> thrown = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    database.transaction(connection -> {
                        execute(connection.createStatement(), "insert into deed values ('c', 'r', '', '', current_timestamp)");
                        written.countDown();
                        await(goOn);
                        rolledBack.countDown();
                        return 1;
                    });
                } catch (SQLException | ToolException e) {
                    thrown.set(e);
                }
            });
            caller.start();
            written.await();
            caller.interrupt();
            caller.join();
            goOn.countDown();
            rolledBack.await();

            assertThat(thrown.get()).isInstanceOf(SQLException.class).hasMessage("interrupted");
            // Waits for the row until the other has let go of it.
            Integer free = database.transaction(connection -> execute(connection.createStatement(), "insert into deed values ('c', 'r', '', '', current_timestamp)"));
            assertThat(free).isEqualTo(1);
        }
    }

    @Test
    void a_deadlock_is_tried_again_but_not_for_ever() throws Exception {
        try (Database database = new Database(H2.inMemory(), 1)) {
            AtomicInteger attempts = new AtomicInteger();
            Integer third = database.transaction(connection -> {
                if (attempts.incrementAndGet() < 3) {
                    throw new SQLException("deadlock", "40P01");
                }
                return attempts.get();
            });
            assertThat(third).isEqualTo(3);

            attempts.set(0);
            assertThatThrownBy(() -> database.transaction(connection -> {
                attempts.incrementAndGet();
                throw new SQLException("deadlock", "40001");
            })).isInstanceOf(SQLException.class);
            assertThat(attempts).hasValue(16);
        }
    }

    @Test
    void a_refusal_rolls_back() throws Exception {
        try (Database database = new Database(H2.inMemory(), 1)) {
            assertThatThrownBy(() -> database.transaction(connection -> {
                execute(connection.createStatement(), "insert into deed values ('c', 'r', '', '', current_timestamp)");
                throw new ToolException("no");
            })).isInstanceOf(ToolException.class);
            Integer deleted = database.transaction(connection -> execute(connection.createStatement(), "delete from deed"));
            assertThat(deleted).isZero();
        }
    }

    @Test
    void a_database_that_comes_back_is_used_again() throws Exception {
        Database.Source source = H2.inMemory();
        AtomicInteger opened = new AtomicInteger();
        try (Database database = new Database(() -> {
            opened.incrementAndGet();
            return source.open();
        }, 1)) {
            for (String state : List.of("08006", "57P01")) {
                AtomicInteger attempts = new AtomicInteger();
                Integer second = database.transaction(connection -> {
                    if (attempts.incrementAndGet() < 2) {
                        throw new SQLException("lost", state);
                    }
                    return attempts.get();
                });
                assertThat(second).isEqualTo(2);
            }
            assertThat(opened).hasValue(3);
        }
    }

    @Test
    void nothing_is_done_after_the_end() {
        Database database = new Database(H2.inMemory(), 1);
        database.close();
        assertThatThrownBy(() -> database.transaction(connection -> 1)).hasMessage("the database is closed");
    }

    private static int execute(Statement statement, String sql) throws SQLException {
        try (statement) {
            return statement.executeUpdate(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
