package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import switchboard.llm.receptionist.DialogueAssistant;
import switchboard.llm.receptionist.DialogueAssistant.Heard;

class DialoguesTest {

    static Stream<Dialogue> dialogues() {
        return Stream.of("booking.txt", "other.txt", "houses.txt", "callbacks.txt").flatMap(Dialogue::in);
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void a_call_goes_as_written(Dialogue dialogue) {
        try (DialogueAssistant assistant = new DialogueAssistant(new SimpleTimes(), dialogue.instructions(), dialogue.tools())) {
            for (Dialogue.Line line : dialogue.lines()) {
                Heard heard = assistant.hear(line.said(), line.toolSays());

                line.heard().forEach(words -> assertThat(heard.said()).as(line.said()).contains(words));
                assertThat(parsed(heard.asked())).as(line.said() + " -> " + heard.said()).isEqualTo(parsed(line.asked()));
            }
        }
    }

    private static List<Object> parsed(List<String> asked) {
        return asked.stream().map(tool -> (Object) List.of(tool.split(" ")[0], JsonParser.parseString(tool.substring(tool.indexOf('{'))))).toList();
    }
}
