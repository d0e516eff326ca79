package switchboard.appointments.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import switchboard.api.company.Company;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;

/** The tools, on a real database in memory. */
class ToolsTest {

    private final Office office = new Office();
    private final Tool book = office.book;
    private final Tool free = office.free;
    private final Tool move = office.move;
    private final Tool cancel = office.cancel;
    private final Tool find = office.find;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void the_read_back_says_everything() throws ToolException {
        assertThat(readBack(book, "{'name': 'Anna Miller', 'when': '2026-12-03T20:00', 'party': 4}"))
                .isEqualTo("A table for four on Thursday, the third of December, at eight in the evening, for Anna Miller. Is that right?");
        assertThat(readBack(book, "{'name': 'Anna Miller', 'phone': '0170 1234', 'when': 'thursday at eight', 'party': 4}"))
                .endsWith("for Anna Miller, phone number 0 1 7, 0 1 2, 3 4. Is that right?");
    }

    @Test
    void a_booking_is_found_by_last_name_and_by_phone() throws ToolException {
        run(book, "{'name': 'Änne Müller', 'phone': '+49 170 1234567', 'when': 'friday at eight', 'party': 4}");

        assertThat(run(find, "{'name': 'mueller'}").spoken())
                .isEqualTo("I have a table for four on Friday, the fourth of December, at eight in the evening, for Änne Müller.");
        assertThat(run(find, "{'phone': '01701234567'}").content())
                .isEqualTo("{\"appointments\":[{\"name\":\"Änne Müller\",\"start\":\"2026-12-04T20:00\",\"end\":\"2026-12-04T22:00\",\"party\":4,\"kind\":\"dinner\",\"resource\":\"table 2\"}]}");
        assertThat(run(find, "{'name': 'Mull'}").spoken()).startsWith("I find nothing for Mull.");
    }

    @Test
    void the_opening_hours_decide_what_eight_means() throws ToolException {
        assertThat(readBack(book, "{'name': 'A', 'when': 'saturday at eight', 'party': 1}")).contains("at eight in the evening");
        assertThatThrownBy(() -> readBack(Diner.DENTIST, book, "{'name': 'A', 'when': 'tuesday at eight', 'party': 1}"))
                .isInstanceOf(ToolException.class).hasMessage("Do you mean eight in the morning or eight in the evening?");
    }

    @Test
    void of_two_days_it_asks_which() {
        assertThatThrownBy(() -> readBack(book, "{'name': 'A', 'when': 'next friday at eight', 'party': 1}"))
                .hasMessage("Do you mean Friday, the fourth of December; or Friday, the eleventh of December?");
    }

    @Test
    void what_is_missing_is_asked_for() {
        assertThatThrownBy(() -> readBack(book, "{'name': 'A', 'when': 'at eight', 'party': 1}")).hasMessage("For which day?");
        assertThatThrownBy(() -> readBack(book, "{'name': 'A', 'when': 'friday', 'party': 1}")).hasMessage(
                "At what time on Friday, the fourth of December? I have from five in the afternoon until eleven in the evening.");
        assertThatThrownBy(() -> run(find, "{}")).hasMessage("Under which name or phone number is it?");
        assertThatThrownBy(() -> readBack(Diner.DENTIST, book, "{'name': 'A', 'when': '2026-12-08T10:00', 'party': 1, 'kind': 'surgery'}"))
                .hasMessage("I can book check-up or cleaning. Which one would you like?");
    }

    @Test
    void a_refusal_offers_what_there_is() throws ToolException {
        run(book, "{'name': 'A', 'when': '2026-12-04T19:30', 'party': 6}");

        assertThatThrownBy(() -> readBack(book, "{'name': 'B', 'when': 'friday at half past seven', 'party': 6}"))
                .hasMessage("Half past seven in the evening is taken on Friday."
                        + " I have five, quarter past five in the afternoon or quarter to ten in the evening.");
        assertThatThrownBy(() -> readBack(book, "{'name': 'B', 'when': 'wednesday at eight', 'party': 6}")).hasMessage("We are closed tomorrow. The next I have is on Thursday at eight in the evening or on Friday at quarter to ten in the evening.");
        assertThatThrownBy(() -> readBack(book, "{'name': 'B', 'when': '2026-12-04T18:00', 'party': 7}"))
                .hasMessage("I cannot book for seven people together; six is the most.");
    }

    @Test
    void a_call_is_offered_where_there_is_nothing_else() {
        var large = "{'name': 'B', 'when': '2026-12-04T18:00', 'party': 7}";
        var company = Diner.company("calls-back", Diner.HOURS, Diner.RULES, Set.of("request_callback"));

        assertThatThrownBy(() -> readBack(company, book, large))
                .hasMessage("I cannot book for seven people together; six is the most. Shall I have somebody call you back?");
    }

    @Test
    void what_was_taken_since_the_read_back_is_refused() throws ToolException {
        String wish = "{'name': 'A', 'when': '2026-12-04T19:30', 'party': 6}";
        readBack(book, wish);
        run(book, wish.replace("'A'", "'B'"));

        assertThatThrownBy(() -> run(book, wish)).isInstanceOf(ToolException.class).hasMessageContaining("is taken");
    }

    @Test
    void a_repeated_call_books_once_and_is_answered_the_same() throws ToolException {
        ToolResult first = book.run(Diner.call(Diner.DINER, 7, "{'name': 'A', 'when': '2026-12-04T19:30', 'party': 6}"));
        ToolResult again = book.run(Diner.call(Diner.DINER, 7, "{'name': 'A', 'when': '2026-12-04T19:30', 'party': 6}"));

        assertThat(again).isEqualTo(first);
        assertThat(run(find, "{'name': 'A'}").content()).containsOnlyOnce("start");
    }

    @Test
    void an_appointment_is_moved_by_as_much_as_was_said() throws ToolException {
        run(book, "{'name': 'Anna Miller', 'when': '2026-12-04T19:30', 'party': 6}");

        assertThat(readBack(move, "{'name': 'Miller', 'to': 'PT168H'}")).contains("to Friday, the eleventh of December, at half past seven in the evening");
        assertThat(readBack(move, "{'name': 'Miller', 'to': '-PT1H30M'}")).contains("to Friday, the fourth of December, at six in the evening");
        assertThat(readBack(move, "{'name': 'Miller', 'to': 'P1D'}")).contains("to Saturday, the fifth of December, at half past seven in the evening");
        assertThatThrownBy(() -> readBack(move, "{'name': 'Miller', 'to': 'PT'}")).hasMessage("For which day?");
    }

    @Test
    void a_move_to_where_it_is_changes_nothing_and_is_told_so() throws ToolException {
        run(book, "{'name': 'Anna Miller', 'when': '2026-12-04T19:30', 'party': 6}");

        assertThatThrownBy(() -> readBack(move, "{'name': 'Miller', 'to': 'half past seven', 'party': 6}"))
                .hasMessage("That is how it is booked: a table for six on Friday, the fourth of December, at half past seven in the evening, for Anna Miller.");
    }

    @Test
    void an_appointment_is_moved_to_another_hour_of_its_day() throws ToolException {
        run(book, "{'name': 'Anna Miller', 'when': '2026-12-04T19:30', 'party': 6}");
        String wish = "{'name': 'Miller', 'to': 'at eight'}";

        assertThat(readBack(move, wish)).isEqualTo("I would move the table for six, for Anna Miller, from Friday, the fourth of December, at half past seven in the evening"
                + " to Friday, the fourth of December, at eight in the evening. Is that right?");
        assertThat(run(move, wish).spoken()).isEqualTo("It is changed: a table for six on Friday, the fourth of December, at eight in the evening, for Anna Miller.");
        assertThat(run(find, "{'name': 'Miller'}").content()).containsOnlyOnce("start").contains("2026-12-04T20:00", "table 3");
    }

    @Test
    void an_appointment_gets_a_larger_table() throws ToolException {
        run(book, "{'name': 'Anna Miller', 'when': '2026-12-04T19:30', 'party': 2}");
        run(move, "{'name': 'Miller', 'to': '2026-12-04T19:30', 'party': 5}");

        assertThat(run(find, "{'name': 'Miller'}").content()).contains("\"party\":5", "table 3");
    }

    @Test
    void of_two_appointments_it_asks_which_and_a_day_decides() throws ToolException {
        run(book, "{'name': 'Anna Miller', 'when': '2026-12-04T19:30', 'party': 2}");
        run(book, "{'name': 'Anna Miller', 'when': '2026-12-05T19:30', 'party': 2}");

        assertThatThrownBy(() -> readBack(cancel, "{'name': 'Miller'}")).hasMessageEndingWith("Which one do you mean?");
        assertThat(readBack(cancel, "{'name': 'Miller', 'when': 'saturday'}")).startsWith("I would cancel the table for two on Saturday");
        run(cancel, "{'name': 'Miller', 'when': 'saturday'}");
        assertThat(run(find, "{'name': 'Miller'}").content()).containsOnlyOnce("start").contains("2026-12-04");
    }

    @Test
    void a_cancelled_table_is_free_again() throws ToolException {
        run(book, "{'name': 'A', 'when': '2026-12-04T19:30', 'party': 6}");
        run(cancel, "{'name': 'A'}");

        assertThat(run(free, "{'when': '2026-12-04T19:30', 'party': 6}").content()).isEqualTo("{\"free\":true,\"times\":[\"2026-12-04T19:30\"]}");
    }

    @Test
    void free_times_of_a_day_are_said_as_runs() throws ToolException {
        run(book, "{'name': 'A', 'when': '2026-12-04T19:30', 'party': 6}");

        assertThat(run(free, "{'when': 'friday', 'party': 6}").spoken()).isEqualTo("For six on Friday, the fourth of December, I have five in the afternoon,"
                + " quarter past five in the afternoon or from quarter to ten until eleven in the evening.");
        assertThat(run(free, "{'when': '2026-12-24', 'party': 2}").content()).contains("\"reason\":\"closed\"");
    }

    @Test
    void an_interval_with_an_open_end_is_looked_at_from_its_beginning() throws ToolException {
        assertThat(run(free, "{'when': '2026-12-04T18:30/..', 'party': 6}").spoken()).isEqualTo("For six on Friday, the fourth of December, I have from half past six until eleven in the evening.");
    }

    @Test
    void a_part_of_a_day_is_no_time_but_is_looked_at_first() throws ToolException {
        assertThat(run(free, "{'when': 'friday evening', 'party': 6}").spoken())
                .isEqualTo("For six on Friday, the fourth of December, I have from six until eleven in the evening.");
        assertThatThrownBy(() -> readBack(book, "{'name': 'A', 'when': 'friday evening', 'party': 6}"))
                .hasMessage("At what time on Friday, the fourth of December? I have from six until eleven in the evening.");
    }

    @Test
    void a_day_without_anything_has_its_reason_and_the_next_days_are_offered() throws ToolException {
        assertThatThrownBy(() -> readBack(book, "{'name': 'A', 'when': 'wednesday', 'party': 6}"))
                .hasMessageStartingWith("We are closed tomorrow. The next I have is on Thursday at five in the afternoon");
        assertThat(run(free, "{'when': '2027-06-01', 'party': 6}").spoken()).isEqualTo("We take bookings only until Saturday, the 30th of January.");
        assertThat(run(free, "{'when': '2026-11-20', 'party': 6}").content()).contains("\"reason\":\"past\"");
        run(book, "{'name': 'A', 'when': '2026-12-05T19:00', 'party': 6}");
        assertThat(run(free, "{'when': 'saturday', 'party': 5}").spoken()).isEqualTo("I have nothing for five on Saturday, the fifth of December."
                + " The next I have is on Tuesday, the eighth of December, at five in the afternoon; or on Thursday, the tenth of December, at five in the afternoon.");
    }

    @Test
    void one_company_sees_nothing_of_another() throws ToolException {
        Company other = Diner.company("other", Diner.HOURS, Diner.RULES);
        run(book, "{'name': 'Anna Miller', 'when': '2026-12-04T19:30', 'party': 6}");

        assertThat(find.run(Diner.call(other, 50, "{'name': 'Miller'}")).content()).isEqualTo("{\"appointments\":[]}");
        assertThat(free.run(Diner.call(other, 51, "{'when': '2026-12-04T19:30', 'party': 6}")).content()).contains("\"free\":true");
        assertThatThrownBy(() -> cancel.run(Diner.call(other, 52, "{'name': 'Miller'}"))).hasMessageStartingWith("I find nothing for Miller.");
    }

    @Test
    void what_serves_one_at_a_time_is_called_by_its_kind() throws ToolException {
        assertThat(readBack(Diner.DENTIST, book, "{'name': 'A', 'when': '2026-12-08T10:00', 'party': 1, 'kind': 'Cleaning'}"))
                .isEqualTo("A cleaning on Tuesday, the eighth of December, at ten in the morning, for A. Is that right?");
    }

    @Test
    void without_its_database_it_says_so() {
        office.close();
        assertThatThrownBy(() -> run(find, "{'name': 'A'}")).isInstanceOf(ToolException.class).hasMessageStartingWith("I cannot reach our appointment book");
    }

    private String readBack(Tool tool, String arguments) throws ToolException {
        return readBack(Diner.DINER, tool, arguments);
    }

    private static String readBack(Company company, Tool tool, String arguments) throws ToolException {
        return tool.readBack(Diner.call(company, 1, arguments));
    }

    private ToolResult run(Tool tool, String arguments) throws ToolException {
        return office.run(Diner.DINER, tool, arguments);
    }
}
