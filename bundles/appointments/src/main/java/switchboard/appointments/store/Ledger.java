package switchboard.appointments.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import switchboard.appointments.availability.Occupancy;

/**
 * One company's appointments within one transaction. Whatever is asked or done, no other company's rows are touched.
 * Confined to the transaction's thread.
 */
public final class Ledger {

    private static final String COLUMNS = "id, resource, kind, customer, phone, party, note, start_at, end_at, revision, changed_at";

    private final Connection connection;
    private final String company;

    Ledger(Connection connection, String company) {
        this.connection = connection;
        this.company = company;
    }

    /**
     * What is taken in a stretch of time.
     *
     * @param to     exclusive
     * @param except id of an appointment that does not count; empty if all do
     */
    public Occupancy taken(Instant from, Instant to, String except) throws SQLException {
        Map<String, Set<Instant>> slots = new HashMap<>();
        try (PreparedStatement query = prepare(
                "select resource, start_at from slot where company = ? and start_at >= ? and start_at < ? and appointment_id <> ?",
                company, from, to, except); ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                slots.computeIfAbsent(rows.getString(1), resource -> new HashSet<>()).add(instant(rows, 2));
            }
        }
        return new Occupancy(slots);
    }

    /** A customer's appointments that have not ended, in order; at most 20. */
    public List<Appointment> find(Customer customer, Instant now) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(company, now));
        StringBuilder where = new StringBuilder("company = ? and not cancelled and end_at > ?");
        List<String> words = Customer.words(customer.name());
        if (!words.isEmpty()) {
            where.append(" and (").append(String.join(" and ", Collections.nCopies(words.size(), "customer_words like ?"))).append(" or customer_words = ?)");
            words.forEach(word -> values.add("% " + word + " %"));
            values.add(" " + words.get(words.size() - 1) + " "); // who booked as Miller may call again as Anna Miller
        }
        if (!Customer.tail(customer.phone()).isEmpty()) {
            where.append(" and phone_tail = ?");
            values.add(Customer.tail(customer.phone()));
        }
        return customer.isKnown() ? select(where + " order by start_at, id limit 20", values.toArray()) : List.of();
    }

    /** All appointments that have not ended, in order. */
    public List<Appointment> all(Instant now) throws SQLException {
        return select("company = ? and not cancelled and end_at > ? order by start_at, resource, id", company, now);
    }

    /**
     * Keeps everybody else from changing an appointment until the transaction ends.
     *
     * @throws SQLException with state 40001, so that the work is done again, if it is no longer as it was seen
     */
    public void hold(Appointment seen) throws SQLException {
        if (!select("company = ? and id = ? and not cancelled for update", company, seen.id()).equals(List.of(seen))) {
            throw new SQLException("changed meanwhile", "40001");
        }
    }

    /**
     * Writes an appointment.
     *
     * @param rest how long its resource rests afterwards
     * @throws SQLException with state 23505 if the resource is taken
     */
    public void add(Appointment appointment, Duration rest) throws SQLException {
        update("insert into appointment(company, customer_words, phone_tail, cancelled, " + COLUMNS + ") values (?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                company, " " + String.join(" ", Customer.words(appointment.customer())) + " ", Customer.tail(appointment.phone()),
                appointment.id(), appointment.resource(), appointment.kind(), appointment.customer(), appointment.phone(),
                appointment.party(), appointment.note().text(), appointment.start(), appointment.end(), appointment.revision(), appointment.changed());
        take(appointment, rest);
    }

    /** Writes an appointment's new time, party, resource and note; see {@link #add}. */
    public void move(Appointment moved, Duration rest) throws SQLException {
        release(moved.id());
        update("update appointment set resource = ?, party = ?, note = ?, start_at = ?, end_at = ?, revision = ?, changed_at = ? where company = ? and id = ?",
                moved.resource(), moved.party(), moved.note().text(), moved.start(), moved.end(), moved.revision(), moved.changed(), company, moved.id());
        take(moved, rest);
    }

    /** Cancels; the row stays, its resource is free. */
    public void cancel(Appointment appointment, Instant now) throws SQLException {
        release(appointment.id());
        update("update appointment set cancelled = true, revision = revision + 1, changed_at = ? where company = ? and id = ?",
                now, company, appointment.id());
    }

    /** Notes whom to call back; of the same call only the last is kept. */
    public void note(Callback callback) throws SQLException {
        update("delete from callback where company = ? and call_id = ?", company, callback.call());
        update("insert into callback(company, call_id, customer, phone, about, asked_at) values (?, ?, ?, ?, ?, ?)",
                company, callback.call(), callback.customer(), callback.phone(), callback.about(), callback.askedAt());
    }

    /** Who is to be called back, the first to ask first. */
    public List<Callback> callbacks() throws SQLException {
        List<Callback> found = new ArrayList<>();
        try (PreparedStatement query = prepare("select call_id, customer, phone, about, asked_at from callback where company = ? order by asked_at, call_id", company);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new Callback(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), instant(rows, 5)));
            }
        }
        return found;
    }

    Optional<Deed> deed(String request) throws SQLException {
        try (PreparedStatement query = prepare("select content, spoken from deed where company = ? and request = ?", company, request);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(new Deed(rows.getString(1), rows.getString(2))) : Optional.empty();
        }
    }

    void did(String request, Deed deed, Instant now) throws SQLException {
        update("insert into deed(company, request, content, spoken, done_at) values (?, ?, ?, ?, ?)",
                company, request, deed.content(), deed.spoken(), now);
    }

    /** In the order of the time: whoever takes rows in another order makes a database wait in a circle. */
    private void take(Appointment appointment, Duration rest) throws SQLException {
        Duration taken = Duration.between(appointment.start(), appointment.end()).plus(rest);
        for (Instant quarter : Occupancy.quarters(appointment.start(), taken)) {
            update("insert into slot(company, resource, start_at, appointment_id) values (?, ?, ?, ?)",
                    company, appointment.resource(), quarter, appointment.id());
        }
    }

    private void release(String id) throws SQLException {
        update("delete from slot where company = ? and appointment_id = ?", company, id);
    }

    private List<Appointment> select(String where, Object... values) throws SQLException {
        List<Appointment> found = new ArrayList<>();
        try (PreparedStatement query = prepare("select " + COLUMNS + " from appointment where " + where, values);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new Appointment(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5),
                        rows.getInt(6), new Note(rows.getString(7)), instant(rows, 8), instant(rows, 9), rows.getInt(10), instant(rows, 11)));
            }
        }
        return found;
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = prepare(sql, values)) {
            update.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
