package switchboard.appointments.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import switchboard.api.tool.Tool;
import switchboard.api.tool.ToolCall;
import switchboard.api.tool.ToolException;
import switchboard.api.tool.ToolResult;
import switchboard.appointments.store.Appointment;
import switchboard.appointments.store.AppointmentBook;

/** What staff should know of an appointment. */
class NotesTest {

    private static final String WISH = "{'name': 'Anna Miller', 'phone': '0123', 'when': 'friday at eight', 'party': 4, 'note': 'by the window'}";

    private final Office office = new Office();
    private final AppointmentBook pages = office.pages;
    private final Tool book = office.book;
    private final Tool move = office.move;
    private final Tool find = office.find;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void two_tools_take_a_note_that_may_be_absent() {
        for (Tool tool : List.of(book, move)) {
            JsonObject parameters = JsonParser.parseString(tool.description(Diner.DINER).parameters()).getAsJsonObject();
            assertThat(parameters.getAsJsonObject("properties").getAsJsonObject("note").get("maxLength").getAsInt()).isEqualTo(300);
            assertThat(parameters.get("required").toString()).doesNotContain("note");
        }
    }

    @Test
    void it_is_read_back_as_noted_and_found() throws ToolException {
        assertThat(readBack(book, WISH)).endsWith("for Anna Miller, phone number 0 1 2, 3. I note: by the window. Is that right?");
        assertThat(readBack(book, WISH.replace("by the window", "may my dog come?"))).endsWith("3. I note: may my dog come? Is that right?");
        assertThat(readBack(book, WISH.replace("by the window", "..."))).endsWith("phone number 0 1 2, 3. Is that right?");
        assertThat(run(book, WISH).content()).contains("\"note\":\"by the window\"");
        assertThat(run(find, "{'name': 'Miller'}").content()).contains("\"note\":\"by the window\"");
    }

    @Test
    void a_repeated_call_notes_once() throws ToolException {
        var call = Diner.call(Diner.DINER, 7, WISH);

        assertThat(book.run(call)).isEqualTo(book.run(call));
        assertThat(all()).hasSize(1);
        var noting = Diner.call(Diner.DINER, 8, "{'name': 'Miller', 'note': 'high chair'}");
        assertThat(move.run(noting)).isEqualTo(move.run(noting));
        assertThat(only().note().text()).isEqualTo("by the window; high chair");
    }

    @Test
    void a_move_keeps_it_and_adds_what_is_new() throws ToolException {
        run(book, WISH);
        run(move, "{'name': 'Miller', 'to': 'at nine'}");
        assertThat(only().note().text()).isEqualTo("by the window");
        String more = "{'name': 'Miller', 'to': 'at eight', 'note': 'By the window; high chair'}";

        assertThat(readBack(move, more)).endsWith("to Friday, the fourth of December, at eight in the evening. I note: high chair. Is that right?");
        run(move, more);
        assertThat(only().note().text()).isEqualTo("by the window; high chair");
        assertThat(only().revision()).isEqualTo(2);
    }

    @Test
    void a_note_alone_is_a_change_whatever_else_could_be_booked() throws ToolException {
        run(book, WISH);
        String noting = "{'name': 'Miller', 'note': 'high chair'}";

        assertThat(readBack(move, noting)).isEqualTo("A table for four on Friday, the fourth of December, at eight in the evening, for Anna Miller. I note: high chair. Is that right?");
        assertThat(readBack(move, "{'name': 'Miller', 'to': 'friday at eight', 'note': 'high chair'}")).isEqualTo(readBack(move, noting));
        assertThatThrownBy(() -> readBack(move, "{'name': 'Miller', 'note': 'By the window.'}")).hasMessageStartingWith("That is how it is booked: a table for four");
        assertThatThrownBy(() -> readBack(move, "{'name': 'Miller', 'to': 'sometime', 'note': 'high chair'}")).hasMessage("For which day?");
        Appointment before = only();
        run(move, noting);
        assertThat(only()).usingRecursiveComparison().ignoringFields("note", "revision", "changed").isEqualTo(before);
        assertThat(only().revision()).isEqualTo(1);
    }

    @Test
    void a_note_is_taken_when_it_is_too_late_for_a_booking() throws ToolException {
        run(book, WISH.replace("friday at eight", "2026-12-01T17:00"));
        var call = Diner.call(Diner.DINER, 9, "{'name': 'Miller', 'note': 'wheelchair'}");
        var soon = new ToolCall(call.company(), call.callId(), call.turn(), Diner.NOW.withHour(16).withMinute(50), call.arguments());

        move.run(soon);
        assertThat(only().note().text()).isEqualTo("by the window; wheelchair");
    }

    @Test
    void notes_without_end_are_cut_without_failing() throws ToolException {
        run(book, WISH);
        for (char letter = 'a'; letter < 'f'; letter++) {
            run(move, "{'name': 'Miller', 'note': '" + (letter + "\\\\\u2028").repeat(75) + "'}");
        }

        assertThat(only().note().text()).hasSize(1000).startsWith("by the window; a\\ a\\ ");
    }

    private Appointment only() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }

    private List<Appointment> all() {
        try {
            return pages.read("diner", ledger -> ledger.all(Diner.NOW.toInstant()));
        } catch (SQLException | ToolException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String readBack(Tool tool, String arguments) throws ToolException {
        return tool.readBack(Diner.call(Diner.DINER, 1, arguments));
    }

    private ToolResult run(Tool tool, String arguments) throws ToolException {
        return office.run(Diner.DINER, tool, arguments);
    }
}
