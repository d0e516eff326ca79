package switchboard.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private static final Wording ENGLISH = Wording.of("en");

    @ParameterizedTest
    @ValueSource(strings = {"What time do you open on Sunday?", "Do you have anything for vegans?", "What is that for?", "Where are you from?",
            "What cakes do you have?", "Who is the chef?", "A table for two, please.", "Great, thank you very much.", "Is it open?", "Do you deliver?",
            "Can I pay by card?", "Sorry?", "Are you open on Mondays?", "Can I speak to somebody?",
            "Sorry, could you repeat that?"})
    void whole_questions_and_closings_wait_for_nothing(String words) {
        assertThat(ENGLISH.judge(words, false)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tomorrow at half past seven.", "Yes.", "No.", "Katharina Miller.", "For four people.", "Friday", "That's right."})
    void an_answer_is_whole_when_something_was_asked(String words) {
        assertThat(ENGLISH.judge(words, true)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge(words, false)).isIn(Completeness.LIKELY, Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I have a booking for tonight.", "My bicycle has a flat tire.", "I'd like to book a table.",
            "My number is 555-1234."})
    void people_go_on_after_statements(String words) {
        assertThat(ENGLISH.judge(words, false)).isEqualTo(Completeness.LIKELY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Could you tell me?", "Can I have?", "Do you have any?", "Is it possible to?", "If it doesn't rain", "I think.", "Well",
            "Let me think.", "The name is Baker,", "Is the dentist", "My number is five, five, five.", "We will be there around.", "A friend told me",
            "I'd like", "On the twenty.", "Do you know?", "I would like to come on",
            "How much do you charge for?", "Do you think that"})
    void mostly_something_follows(String words) {
        assertThat(ENGLISH.judge(words, false)).isEqualTo(Completeness.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I need to cancel my", "When does the?", "I want to know if", "I\u2019m", "Do you know whether"})
    void something_must_follow(String words) {
        assertThat(ENGLISH.judge(words, true)).isEqualTo(Completeness.UNFINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes, I do.", "I am.", "Yes I would"})
    void a_short_answer_may_end_in_an_auxiliary(String words) {
        assertThat(ENGLISH.judge(words, true)).isEqualTo(Completeness.LIKELY);
    }

    @Test
    void german_and_spanish_have_their_own_last_words() {
        assertThat(Wording.of("de").judge("Ich möchte einen Tisch für", false)).isEqualTo(Completeness.UNFINISHED);
        assertThat(Wording.of("de").judge("Haben Sie am Sonntag offen?", false)).isEqualTo(Completeness.WHOLE);
        assertThat(Wording.of("es").judge("Quisiera una mesa para", false)).isEqualTo(Completeness.UNFINISHED);
        assertThat(Wording.of("fr").judge("Je voudrais une table,", false)).isEqualTo(Completeness.DOUBTFUL);
    }

    @Test
    void an_open_question_asks_for_no_short_answer() {
        assertThat(Wording.asks("For how many people?")).isTrue();
        assertThat(Wording.asks("Tomatitos, good evening. How can I help you?")).isFalse();
        assertThat(Wording.asks("We can help. What is your name?")).isTrue();
        assertThat(Wording.asks("Guten Tag! Wie kann ich helfen?")).isFalse();
        assertThat(Wording.asks("We open at five.")).isFalse();
    }
}
