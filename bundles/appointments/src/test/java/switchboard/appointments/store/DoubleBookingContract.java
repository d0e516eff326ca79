package switchboard.appointments.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import switchboard.api.tool.ToolException;
import switchboard.appointments.availability.Occupancy;

/** What every database must stand. */
abstract class DoubleBookingContract {

    private static final Instant OPENING = Instant.parse("2026-12-04T16:00:00Z");
    private static final Duration DINNER = Duration.ofHours(2);
    private static final Duration REST = Duration.ofMinutes(15);
    private static final int BOOKERS = 64;

    abstract Database database();

    @Test
    void of_64_who_want_the_same_table_one_gets_it() throws Exception {
        AppointmentBook book = new AppointmentBook(database());
        List<Boolean> booked = together(booker -> () -> book(book, "diner", "request-" + booker, List.of("table 1"), OPENING));

        assertThat(booked).containsOnlyOnce(true).hasSize(BOOKERS);
        assertThat(count("select count(*) from slot")).isEqualTo(9);
    }

    @Test
    void of_64_who_want_any_of_three_tables_three_get_one() throws Exception {
        AppointmentBook book = new AppointmentBook(database());
        List<Boolean> booked = together(booker -> () -> book(book, "diner", "request-" + booker, List.of("table 1", "table 2", "table 3"), OPENING));

        assertThat(booked.stream().filter(Boolean::booleanValue)).hasSize(3);
        assertThat(count("select count(*) from slot")).isEqualTo(27);
    }

    @Test
    void a_call_is_noted_for_one_call_back_whoever_asks_at_once() throws Exception {
        AppointmentBook book = new AppointmentBook(database());
        together(booker -> () -> book.read(booker % 2 == 0 ? "diner" : "dentist", ledger -> {
            ledger.note(new Callback("call-" + booker % 8, "Anna", "555" + booker, "", OPENING));
            return true;
        }));

        assertThat(book.<List<Callback>>read("diner", ledger -> ledger.callbacks())).extracting(Callback::call).containsExactly("call-0", "call-2", "call-4", "call-6");
        assertThat(count("select count(*) from callback")).isEqualTo(8);
    }

    @Test
    void of_64_who_book_and_move_at_random_no_two_overlap() throws Exception {
        AppointmentBook book = new AppointmentBook(database());
        together(booker -> () -> {
            Random random = new Random(booker);
            for (int i = 0; i < 5; i++) {
                Instant start = OPENING.plus(REST.multipliedBy(random.nextInt(20)));
                book(book, "diner", "request-" + booker + "-" + i, List.of("table 1", "table 2"), start);
                Instant to = OPENING.plus(REST.multipliedBy(random.nextInt(20)));
                move(book, "request-" + booker + "-" + i, to);
            }
            return true;
        });

        assertThat(count("select count(*) from appointment a join appointment b on a.company = b.company and a.resource = b.resource and a.id < b.id"
                + " where not a.cancelled and not b.cancelled and a.start_at < b.end_at and b.start_at < a.end_at")).isZero();
        assertThat(count("select count(*) from slot")).isEqualTo(9 * count("select count(*) from appointment"));
        assertThat(count("select count(*) from appointment")).isPositive();
    }

    @Test
    void of_64_repetitions_of_one_request_one_books_and_all_are_answered_the_same() throws Exception {
        AppointmentBook book = new AppointmentBook(database());
        List<String> answers = together(booker -> () -> answer(book, "diner", "call-1/3/hash", List.of("table 1", "table 2", "table 3"), OPENING));

        assertThat(answers).doesNotContain("taken").containsOnly(answers.get(0));
        assertThat(count("select count(*) from appointment")).isEqualTo(1);
    }

    @Test
    void companies_with_tables_of_the_same_name_do_not_meet() throws Exception {
        AppointmentBook book = new AppointmentBook(database());
        List<Boolean> booked = together(booker -> () -> book(book, "company-" + booker, "same-request", List.of("table 1"), OPENING));

        assertThat(booked).containsOnly(true);
        List<Appointment> own = book.read("company-7", ledger -> ledger.all(OPENING));
        assertThat(own).hasSize(1);
    }

    @Test
    void a_note_is_kept_in_any_alphabet_as_far_as_the_column_goes() throws Exception {
        AppointmentBook book = new AppointmentBook(database());
        Note note = new Note("ä€😀; '\"\\".repeat(400));
        Appointment appointment = new Appointment("noted", "table 1", "dinner", "Anna", "", 2, note, OPENING, OPENING.plus(DINNER), 0, OPENING);
        book.once("diner", "noted", OPENING, ledger -> {
            ledger.add(appointment, REST);
            ledger.hold(appointment);
            ledger.move(appointment.moved("table 2", 2, OPENING, OPENING.plus(DINNER), OPENING), REST);
            return new Deed("", "");
        });

        List<Appointment> all = book.read("diner", ledger -> ledger.all(OPENING));
        assertThat(all).extracting(Appointment::note).containsExactly(note);
    }

    private static boolean book(AppointmentBook book, String company, String request, List<String> tables, Instant start) throws Exception {
        return !answer(book, company, request, tables, start).equals("taken");
    }

    private static String answer(AppointmentBook book, String company, String request, List<String> tables, Instant start) throws Exception {
        try {
            return book.once(company, request, OPENING, ledger -> {
                String table = free(ledger, tables, start, "");
                Appointment appointment = new Appointment(UUID.randomUUID().toString(), table, "dinner", request, "", 2, Note.NONE, start, start.plus(DINNER), 0, OPENING);
                ledger.add(appointment, REST);
                return new Deed(appointment.id(), table);
            }).content();
        } catch (ToolException e) {
            return "taken";
        }
    }

    private static void move(AppointmentBook book, String customer, Instant to) throws Exception {
        try {
            book.once("diner", "move-" + customer, OPENING, ledger -> {
                List<Appointment> found = ledger.find(new Customer(customer, ""), OPENING);
                if (found.isEmpty()) {
                    throw new ToolException("nothing booked");
                }
                Appointment before = found.get(0);
                ledger.hold(before);
                String table = free(ledger, List.of("table 2", "table 1"), to, before.id());
                ledger.move(before.moved(table, 2, to, to.plus(DINNER), OPENING), REST);
                return new Deed("moved", "");
            });
        } catch (ToolException e) {
            assertThat(e.getMessage()).isIn("taken", "nothing booked");
        }
    }

    private static String free(Ledger ledger, List<String> tables, Instant start, String except) throws SQLException, ToolException {
        Occupancy taken = ledger.taken(start.minus(DINNER), start.plus(DINNER.multipliedBy(2)), except);
        List<Instant> quarters = Occupancy.quarters(start, DINNER.plus(REST));
        return tables.stream().filter(table -> taken.isFree(table, quarters)).findFirst().orElseThrow(() -> new ToolException("taken"));
    }

    private interface Booker<T> {

        Callable<T> number(int booker);
    }

    private static <T> List<T> together(Booker<T> booker) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(BOOKERS);
        try {
            CyclicBarrier start = new CyclicBarrier(BOOKERS);
            List<Future<T>> running = IntStream.range(0, BOOKERS).mapToObj(number -> threads.submit(() -> {
                start.await();
                return booker.number(number).call();
            })).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private long count(String sql) throws Exception {
        return database().transaction(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
