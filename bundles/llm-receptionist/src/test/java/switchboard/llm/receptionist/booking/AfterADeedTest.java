package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

/** Turns directly after something was booked, as the assistant tells them: the yes, what the tool was asked for, what it told. */
class AfterADeedTest {

    private static final ToolDescription BOOK = new ToolDescription("book_appointment", "books",
            "{\"type\":\"object\",\"properties\":{\"name\":{},\"phone\":{},\"when\":{},\"kind\":{\"enum\":[\"cleaning\",\"filling\"]}}}", true, Duration.ofSeconds(5));
    private static final ToolDescription MOVE = new ToolDescription("move_appointment", "moves", "{\"type\":\"object\",\"properties\":{\"name\":{},\"phone\":{},\"from\":{},\"to\":{}}}", true, Duration.ofSeconds(5));
    private static final SimpleTimes TIMES = new SimpleTimes();

    @Test
    void what_it_costs_is_asked_of_what_was_booked() {
        assertThat(after("Yes, please.", "How much does it cost?")).hasValue(new BookingAnswer.Say("How much does the cleaning cost?"));
    }

    @Test
    void whatever_the_yes_was_the_booking_is_over() {
        assertThat(after("Aye, captain.", "Thank you.")).isEmpty();
    }

    @Test
    void what_was_booked_is_what_is_moved() {
        assertThat(after("Yes, please.", "Can I make it a bit later, at eleven?")).hasValueSatisfying(next -> assertThat(next.toString()).contains("\"from\":\"2026-12-04T10:00\"").contains("eleven"));
    }

    @Test
    void what_was_noted_is_told() {
        assertThat(after("Yes, please.", "But the window dear, did you write that down?")).hasValue(new BookingAnswer.Say("I have noted: by the window."));
        assertThat(after("Yes, please.", "You do know about the window?")).hasValue(new BookingAnswer.Say("I have noted: by the window."));
    }

    @Test
    void another_one_is_booked_beside_it() {
        assertThat(after("Yes, please.", "I want another one, on Friday the eleventh of December at ten in the morning.")).hasValueSatisfying(next -> assertThat(((BookingAnswer.Ask) next).tool()).isEqualTo("book_appointment"));
    }

    private static Optional<BookingAnswer> after(String yes, String said) {
        List<Message> conversation = List.of(new Message.User("A cleaning on Friday at ten in the morning for Anna Hall, no phone, please."), new Message.Assistant("A cleaning on Friday at ten, for Anna Hall. Is that right?"),
                new Message.User(yes), new Message.ToolUse("1", "book_appointment", "{\"kind\":\"cleaning\",\"note\":\"by the window\"}"), new Message.ToolOutput("1", "booked", "It is booked: a cleaning."),
                new Message.Assistant("It is booked: a cleaning."), new Message.User(said));
        ChatRequest request = new ChatRequest("A dental practice.", conversation, List.of(), List.of(BOOK, MOVE), LocalDateTime.parse("2026-12-01T10:15").atZone(ZoneOffset.UTC), LanguageModelSettings.EMBEDDED);
        return new BookingDialogue(TIMES, "en", TIMES, any -> List.of(), (part, turn) -> part).answer(request, new Echo());
    }
}
