package switchboard.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.Message;

class ToolNeedTest {

    private static final List<Passage> ANSWERED = List.of(new Passage("You can park behind the house.", "house.md", 0.7));
    private static final List<Passage> NOT_ANSWERED = List.of(new Passage("You can park behind the house.", "house.md", 0.3));

    @ParameterizedTest
    @ValueSource(strings = {"I'd like a table for four.", "Can I book for tomorrow at eight?", "Is anything free on Saturday?", "I need to cancel.", "I need to see a dentist, my tooth hurts.",
            "Could you move my appointment?", "Can you fit us in?", "The four of us would like to come by.", "We want to eat with you on the third.",
            "Do you have space for 6?", "A root canal, please.", "Somebody should call me back."})
    void whoever_wants_something_done_needs_tools(String words) {
        assertThat(need("en", words, ANSWERED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Where can I park my car?", "Do you have vegan food?", "Is there a playground?", "Are dogs welcome?", "Who is the chef?"})
    void what_the_documents_answer_needs_none(String words) {
        assertThat(need("en", words, ANSWERED)).isFalse();
        assertThat(need("en", words, NOT_ANSWERED)).isTrue();
    }

    @Test
    void other_languages_have_their_words_or_always_tools() {
        assertThat(need("de", "Ich möchte einen Tisch reservieren.", ANSWERED)).isTrue();
        assertThat(need("de", "Wo kann ich parken?", ANSWERED)).isFalse();
        assertThat(need("es", "Quiero cancelar mi cita.", ANSWERED)).isTrue();
        assertThat(need("es", "¿Dónde puedo aparcar?", ANSWERED)).isFalse();
        assertThat(need("fr", "Où est le parking ?", ANSWERED)).isTrue();
    }

    private static boolean need(String language, String words, List<Passage> passages) {
        return ToolNeed.of(language).isIn(List.of(new Message.User(words)), Set.of("Root canal"), passages);
    }
}
