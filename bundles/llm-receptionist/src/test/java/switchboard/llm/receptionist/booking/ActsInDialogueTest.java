package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import switchboard.llm.receptionist.DialogueAssistant;
import switchboard.llm.receptionist.acts.Act;
import switchboard.llm.receptionist.acts.Clause;

/** What becomes of a dialogue where it is known what the clauses of a turn do. */
class ActsInDialogueTest {

    private static final Set<String> TOOLS = Set.of("find_free_times", "book_appointment", "move_appointment", "cancel_appointment", "find_appointment");
    private static final Map<Act, List<String>> KNOWN = Map.of(
            Act.REASON, List.of("my usual place has shut", "my mother moves in on Thursday", "he naps till six"),
            Act.CHAT, List.of("ouch", "what a day"),
            Act.BOOK, List.of("I thought I'd treat my wife on Friday"),
            Act.SLOT, List.of("so Saturday for two", "half past seven then", "Jodie Sparks"),
            Act.WITHHOLD, List.of("I don't hold with giving that out"),
            Act.LEAVE, List.of("I'd better see what the others say"),
            Act.ASK, List.of("is there somewhere to park the car"));

    private final DialogueAssistant restaurant = new DialogueAssistant(new SimpleTimes(), "You are the receptionist of Tomatitos, a small Spanish restaurant.", TOOLS, ActsInDialogueTest::clauses);

    @AfterEach
    void close() {
        restaurant.close();
    }

    @Test
    void whoever_only_tells_a_story_is_asked_what_is_wanted() {
        assertThat(hear("my usual place has shut")).isEqualTo("I see. What can I do for you?");
        assertThat(hear("is there somewhere to park the car")).contains("park behind the house");
    }

    @Test
    void a_wish_that_no_rule_knows_begins_a_booking() {
        assertThat(hear("I thought I'd treat my wife on Friday")).contains("what time");
    }

    @Test
    void details_that_nobody_asked_for_begin_one_too_and_a_reasons_day_is_none() {
        assertThat(hear("my mother moves in on Thursday, so Saturday for two")).contains("what time");
        hear("half past seven then");
        hear("Jodie Sparks");

        assertThat(restaurant.hear("I don't hold with giving that out", "").asked()).hasSize(1).first().asString()
                .startsWith("book_appointment").contains("Saturday", "half past seven", "Jodie Sparks").doesNotContain("Thursday").doesNotContain("phone");
    }

    @Test
    void a_sigh_is_no_name_nor_is_a_reason() {
        hear("so Saturday for two");
        assertThat(hear("half past seven then")).contains("your name");
        assertThat(hear("ouch")).isEqualTo("And your name, please?");
        assertThat(hear("he naps till six")).isEqualTo("And your name, please?");
        assertThat(hear("Jodie Sparks")).contains("telephone number");
    }

    @Test
    void whoever_has_to_ask_others_is_let_go() {
        hear("so Saturday for two");
        assertThat(hear("I'd better see what the others say")).contains("I have dropped it");
    }

    private String hear(String said) {
        return restaurant.hear(said, "").said();
    }

    /** Clauses that are between commas; a fixed list tells what each does. */
    private static List<Clause> clauses(String turn) {
        return Arrays.stream(turn.split(", ")).filter(text -> !text.isBlank()).map(text -> new Clause(text, Map.of(act(text), 0.9))).toList();
    }

    private static Act act(String text) {
        return KNOWN.entrySet().stream().filter(known -> known.getValue().contains(text)).map(Map.Entry::getKey).findFirst().orElseThrow(() -> new IllegalArgumentException(text));
    }
}
