package switchboard.appointments.store;

import java.sql.SQLException;
import java.util.Set;

/** What an SQLSTATE means for a transaction that failed, on H2 and on PostgreSQL. */
record State(String code) {

    /** Deadlock, serialization, lock time-outs; and taken: the work looks again and takes another, or none. */
    private static final Set<String> REPEATABLE = Set.of("40P01", "40001", "HYT00", "55P03", "23505");
    /** H2: the connection is broken, the database is closed, or being closed. */
    private static final Set<String> CLOSED = Set.of("90067", "90098", "90121");

    static State of(SQLException e) {
        return new State(String.valueOf(e.getSQLState()));
    }

    /** Whether the same work can succeed a moment later, on the same connection. */
    boolean isRepeatable() {
        return REPEATABLE.contains(code);
    }

    /** Whether the connection is of no use any more: connection exceptions, and a server that is shut down. */
    boolean isLost() {
        return code.startsWith("08") || code.startsWith("57P0") || CLOSED.contains(code);
    }
}
