package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

/** Whom callers ask for and what they wish beside day, time and name. */
class RequestsInDialogueTest {

    private static final String ARGUMENTS = "\"name\":{},\"phone\":{},\"when\":{},\"kind\":{\"enum\":[\"haircut\",\"colouring\"]},\"with\":{\"enum\":[\"Maria\",\"Dan\"]}";
    private static final ToolDescription BOOK = tool("book_appointment", ARGUMENTS + ",\"note\":{}");
    private static final ToolDescription FREE = tool("find_free_times", "\"when\":{},\"kind\":{},\"with\":{\"enum\":[\"Maria\",\"Dan\"]}");
    private static final SimpleTimes TIMES = new SimpleTimes();

    private static ToolDescription tool(String name, String properties) {
        return new ToolDescription(name, "", "{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":[\"when\"]}", true, Duration.ofSeconds(5));
    }

    @Test
    void whoever_is_asked_for_is_booked() {
        assertThat(asked("A haircut with Maria on Friday at ten in the morning, my name is Anna Hall, no phone.")).contains("\"with\":\"Maria\"").contains("Anna Hall").doesNotContain("note");
    }

    @Test
    void another_one_is_asked_for_at_the_read_back() {
        assertThat(asked("A haircut with Maria on Friday at ten in the morning, my name is Anna Hall, no phone.", "A haircut with Maria on Friday at ten, for Anna Hall. Is that right?", "No, with Dan please."))
                .contains("\"with\":\"Dan\"").contains("Anna Hall");
    }

    @Test
    void a_wish_is_noted_and_said_to_be() {
        assertThat(answer("A haircut on Friday at ten in the morning, please.", "And your name, please?", "Anna Hall. I'd like to sit by the window."))
                .hasValue(new BookingAnswer.Say("I'll make a note of that. A telephone number, in case something changes?"));
        assertThat(asked("A haircut on Friday at ten in the morning, by the window please.", "And your name, please?", "Anna Hall, no phone.")).contains("\"note\":\"by the window\"");
    }

    @Test
    void what_is_wished_at_the_read_back_is_noted() {
        assertThat(asked("A haircut on Friday at ten in the morning, my name is Anna Hall, no phone.", "A haircut on Friday at ten, for Anna Hall. Is that right?", "Yes, but could you put down that I'm allergic to dyes?"))
                .contains("\"note\":\"I'm allergic to dyes\"");
    }

    @Test
    void a_question_with_the_last_answer_is_answered_before_the_read_back() {
        assertThat(answer("A haircut on Friday at ten in the morning, my name is Anna Hall.", "A telephone number, in case something changes?", "0171 234 567. Do you take cards?"))
                .hasValueSatisfying(next -> assertThat(((BookingAnswer.Ask) next).before()).isEqualTo("Do you take cards?"));
    }

    @Test
    void any_time_after_an_hour_is_looked_up() {
        assertThat(asked("A haircut on Friday, any time after five.")).contains("\"when\":\"2026-12-04T17:00/..\"");
        assertThat(asked("A haircut on Friday.", "Gladly. At what time?", "After five, I work till then.")).contains("\"when\":\"2026-12-04T17:00/..\"");
    }

    @Test
    void pronouns_are_no_hours() {
        assertThat(asked("A haircut on Friday.", "Gladly. At what time?", "What's the first one you've got? I'm just round the corner.")).contains("\"when\":\"2026-12-04\"");
    }

    @Test
    void what_there_is_that_day_is_no_wish() {
        assertThat(answer("A haircut on Friday at ten in the morning, my name is Anna Hall.", "A telephone number, in case something changes?", "0171 234 567. Is there music on Friday?"))
                .hasValueSatisfying(next -> assertThat(((BookingAnswer.Ask) next).before()).isEqualTo("Is there music on Friday?"));
    }

    @Test
    void whether_something_is_all_right_is_asked_of_what_stands_before() {
        assertThat(answer("A haircut on Friday at ten in the morning.", "And your name, please?", "Anna Hall. One of us is a wheelchair user, is that all right?")).hasValueSatisfying(next -> assertThat(((BookingAnswer.Say) next).text()).startsWith("I'll make a note of that."));
    }

    private static String asked(String... turns) {
        return answer(turns).map(next -> ((BookingAnswer.Ask) next).arguments()).orElseThrow();
    }

    private static Optional<BookingAnswer> answer(String... turns) {
        List<Message> conversation = new ArrayList<>();
        for (int i = 0; i < turns.length; i++) {
            conversation.add(i % 2 == 0 ? new Message.User(turns[i]) : new Message.Assistant(turns[i]));
        }
        ChatRequest request = new ChatRequest("A hair salon.", conversation, List.of(), List.of(BOOK, FREE), LocalDateTime.parse("2026-12-01T10:15").atZone(ZoneOffset.UTC), LanguageModelSettings.EMBEDDED);
        return new BookingDialogue(TIMES, "en", TIMES, any -> List.of(), (part, turn) -> part).answer(request, new Echo());
    }
}
