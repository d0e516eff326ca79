package switchboard.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private static final Wording ENGLISH = Wording.of("en");

    @ParameterizedTest
    @ValueSource(strings = {"What time do you open on Sunday?", "Do you have anything for vegans?", "What is that for?", "Where are you from?",
            "What cakes do you have?", "Who is the chef?", "A table for two, please.", "Great, thank you very much.", "Is it open?", "Do you deliver?",
            "Can I pay by card?", "Sorry?", "Are you open on Mondays?", "Can I speak to somebody?",
            "Sorry, could you repeat that?"})
    void whole_questions_and_closings_wait_for_nothing(String words) {
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tomorrow at half past seven.", "Yes.", "No.", "Katharina Miller.", "For four people.", "Friday", "That's right."})
    void an_answer_is_whole_when_something_was_asked(String words) {
        assertThat(ENGLISH.judge(words, Expected.SHORT_ANSWER)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isIn(Completeness.LIKELY, Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I want to cancel my order.", "I'd like to speak to the manager.", "I have a question about an invoice.", "My heating doesn't work.",
            "We'd like to book a table for two tonight.", "I'd like to come on Friday at seven.", "I lost my keys.", "That doesn't suit me.",
            "I think we are six.", "I'd also like a parking space.", "Thank you, that is kind.", "I want one, too.", "Friday."})
    void a_statement_that_says_what_is_wanted_is_mostly_whole(String words) {
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.LIKELY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"My bicycle has a flat tire.", "I'd like to book a table.", "I bought a coat yesterday.", "There are six of us.",
            "I would like to come by on Friday.", "We want to stay for two nights.", "I need a ladder.", "I'd like to talk to somebody.", "The blue one is too small.", "A table for two."})
    void people_go_on_after_statements_that_leave_open_what_they_want(String words) {
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'd like the fish, the lamb", "A ladder, a hammer.", "Two rolls, a coffee,"})
    void things_go_on_until_one_is_announced_as_the_last(String words) {
        assertThat(ENGLISH.judge(words, Expected.ITEMS)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(Wording.of("de").judge("Eine Suppe, ein Bier.", Expected.ITEMS)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("The soup and a beer.", Expected.ITEMS)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("Tomorrow, the third.", Expected.WHEN)).isNotEqualTo(Completeness.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Friday.", "On the third of June.", "I work until six.", "We have guests."})
    void who_names_the_day_or_something_else_may_go_on_to_the_time(String words) {
        assertThat(ENGLISH.judge(words, Expected.WHEN)).isGreaterThan(Completeness.WHOLE);
        assertThat(ENGLISH.judge("We are four.", Expected.AMOUNT)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("Friday at six.", Expected.WHEN)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("In the morning.", Expected.WHEN)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("As soon as possible.", Expected.WHEN)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes, but not outside.", "No, nine is too late.", "Yes, we have a dog."})
    void more_than_a_yes_or_a_no_is_a_statement(String words) {
        assertThat(ENGLISH.judge(words, Expected.SHORT_ANSWER)).isEqualTo(Completeness.LIKELY);
        assertThat(ENGLISH.judge("Yes, that's right.", Expected.SHORT_ANSWER)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("Yes, go ahead.", Expected.SHORT_ANSWER)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("No, thank you.", Expected.SHORT_ANSWER)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Which tram goes to the station", "Is the cake without nuts.", "How long does it take.", "Do you have a car park"})
    void a_question_is_one_without_its_mark(String words) {
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("What I need", Expected.ANYTHING)).isNotEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Could you tell me?", "Can I have?", "Do you have any?", "Is it possible to?", "If it doesn't rain", "I think.", "Well",
            "Let me think.", "The name is Baker,", "Is the dentist", "My number is five, five, five.", "We will be there around.", "A friend told me",
            "I'd like", "On the twenty.", "Do you know?", "I would like to come on",
            "How much do you charge for?", "Do you think that", "At half.", "It rattles when I", "Um, let me see."})
    void mostly_something_follows(String words) {
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I need to cancel my", "When does the?", "I want to know if", "I\u2019m", "Do you know whether"})
    void something_must_follow(String words) {
        assertThat(ENGLISH.judge(words, Expected.SHORT_ANSWER)).isEqualTo(Completeness.UNFINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes, I do.", "I am.", "Yes I would"})
    void a_short_answer_may_end_in_an_auxiliary(String words) {
        assertThat(ENGLISH.judge(words, Expected.SHORT_ANSWER)).isEqualTo(Completeness.LIKELY);
    }

    @Test
    void german_and_spanish_have_their_own_last_words() {
        assertThat(Wording.of("de").judge("Ich möchte einen Tisch für", Expected.ANYTHING)).isEqualTo(Completeness.UNFINISHED);
        assertThat(Wording.of("de").judge("Haben Sie am Sonntag offen?", Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
        assertThat(Wording.of("es").judge("Quisiera una mesa para", Expected.ANYTHING)).isEqualTo(Completeness.UNFINISHED);
        assertThat(Wording.of("fr").judge("Je voudrais une table,", Expected.ANYTHING)).isEqualTo(Completeness.DOUBTFUL);
    }

    /** Which a recogniser ends with a full stop or a question mark where its audio ends, so a short one counts for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Was kostet das?                        | WHOLE
            de | Kann ich bitte die Rechnung haben?     | WHOLE
            de | Haben Sie am Montag zu?                | WHOLE
            de | Einen Tisch hätte ich gern, danke sehr. | OPEN
            de | Haben Sie das?                         | UNFINISHED
            de | Wir haben.                             | UNFINISHED
            de | Haben Sie einen?                       | UNFINISHED
            de | Am Montag um                           | UNFINISHED
            es | ¿Y cuánto es?                          | WHOLE
            es | ¿Para cuántos son?                     | WHOLE
            es | Eso es lo que quiero.                  | OPEN
            es | Quiero                                 | UNFINISHED
            es | Hoy tengo una.                         | UNFINISHED
            """)
    void some_words_are_seldom_the_last(String language, String words, Completeness completeness) {
        assertThat(Wording.of(language).judge(words, Expected.ANYTHING)).isEqualTo(completeness);
    }

    @ParameterizedTest
    @ValueSource(strings = {"555.", "Five, five, five.", "My number is 555-1234.", "555-1234.", "0172 555", "212-885-01"})
    void a_dictated_number_may_get_longer_up_to_ten_digits_whatever_was_asked(String words) {
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge(words, Expected.SHORT_ANSWER)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(Wording.of("de").judge(words.replaceAll("Five.*", "555"), Expected.TELEPHONE_NUMBER)).isEqualTo(Completeness.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"212-885-0139.", "0172 555 8192", "+49 30 4412 2960", "zero one seven two five five five eight one nine"})
    void a_telephone_number_of_ten_digits_is_whole(String words) {
        assertThat(ENGLISH.judge(words, Expected.TELEPHONE_NUMBER)).isIn(Completeness.WHOLE, Completeness.LIKELY);
        assertThat(Wording.of("es").judge("212-885-0139.", Expected.TELEPHONE_NUMBER)).isEqualTo(Completeness.WHOLE);
    }

    @Test
    void one_digit_is_the_beginning_of_a_telephone_number_and_else_a_whole_answer() {
        assertThat(ENGLISH.judge("Five.", Expected.TELEPHONE_NUMBER)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("Five.", Expected.SHORT_ANSWER)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("12.", Expected.SHORT_ANSWER)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tomorrow at 7:30.", "At 7.30", "At seven thirty.", "Room 101.", "For 120", "December 2026."})
    void times_years_and_amounts_are_not_dictated(String words) {
        assertThat(ENGLISH.judge(words, Expected.SHORT_ANSWER)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B, A.", "The name is Baker, B, A, K.", "B-A-K", "Baker. B. A."})
    void spelled_letters_are_followed_by_others(String words) {
        assertThat(ENGLISH.judge(words, Expected.SHORT_ANSWER)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(Wording.of("fr").judge(words, Expected.SHORT_ANSWER)).isEqualTo(Completeness.DOUBTFUL);
    }

    @Test
    void one_letter_is_followed_by_others_when_spelling_was_asked_for() {
        assertThat(ENGLISH.judge("M.", Expected.SPELLING)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("So do I.", Expected.ANYTHING)).isEqualTo(Completeness.LIKELY);
    }

    @Test
    void one_name_may_be_followed_by_another() {
        assertThat(ENGLISH.judge("My name is Peter.", Expected.NAME)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("This is Peter.", Expected.NAME)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("Peter.", Expected.NAME)).isEqualTo(Completeness.LIKELY);
        assertThat(ENGLISH.judge("My name is Peter Miller.", Expected.NAME)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("Doctor.", Expected.NAME)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("For my mother.", Expected.NAME)).isEqualTo(Completeness.LIKELY);
        assertThat(ENGLISH.judge("The name is wrong.", Expected.YES_OR_NO)).isNotEqualTo(Completeness.DOUBTFUL);
    }

    @Test
    void what_is_said_instead_of_the_number_or_the_letters_that_were_asked_for_may_go_on() {
        assertThat(ENGLISH.judge("Sick.", Expected.TELEPHONE_NUMBER)).isEqualTo(Completeness.LIKELY);
        assertThat(ENGLISH.judge("With a double L.", Expected.SPELLING)).isNotEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("No, I don't have one.", Expected.TELEPHONE_NUMBER)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("Sick.", Expected.SHORT_ANSWER)).isEqualTo(Completeness.WHOLE);
    }

    @Test
    void a_comma_at_the_end_makes_words_less_certain_by_one_degree() {
        assertThat(ENGLISH.judge("In the afternoon, please,", Expected.ANYTHING)).isEqualTo(Completeness.LIKELY);
        assertThat(ENGLISH.judge("In the afternoon,", Expected.SHORT_ANSWER)).isEqualTo(Completeness.LIKELY);
        assertThat(ENGLISH.judge("I have a booking for tonight,", Expected.ANYTHING)).isEqualTo(Completeness.OPEN);
        assertThat(ENGLISH.judge("I called yesterday,", Expected.ANYTHING)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("Ten o'clock..", Expected.SHORT_ANSWER)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("If it doesn't rain,", Expected.ANYTHING)).isEqualTo(Completeness.DOUBTFUL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AMOUNT           | About ninety.                         | DOUBTFUL
            AMOUNT           | Three weeks.                          | WHOLE
            AMOUNT           | There are six of us.                  | WHOLE
            AMOUNT           | From Monday.                          | LIKELY
            AMOUNT           | Two adults.                           | LIKELY
            AMOUNT           | Two adults and a baby.                | WHOLE
            DAY              | Saturday.                             | LIKELY
            DAY              | On the 20th.                          | LIKELY
            DAY              | The ninth of June.                    | WHOLE
            DAY              | Tomorrow.                             | WHOLE
            ACCOUNT          | The heating broke down.               | LIKELY
            ACCOUNT          | It smells.                            | LIKELY
            BIRTHDAY         | The third of May.                     | DOUBTFUL
            BIRTHDAY         | The third of May, 1971.               | WHOLE
            BIRTHDAY         | May third, nineteen seventy one.      | WHOLE
            ADDRESS          | Flat six.                             | DOUBTFUL
            ADDRESS          | Six Church Lane.                      | LIKELY
            YES_OR_NO        | Yes.                                  | WHOLE
            YES_OR_NO        | No.                                   | LIKELY
            YES_OR_NO        | Not today.                            | WHOLE
            YES_OR_NO        | It was last year.                     | LIKELY
            YES_OR_NO        | I hope so.                            | LIKELY
            SHORT_ANSWER     | The blue one.                         | WHOLE
            SHORT_ANSWER     | We saw it online.                     | LIKELY
            SHORT_ANSWER     | Ham, onions.                          | DOUBTFUL
            SHORT_ANSWER     | Ham and onions.                       | WHOLE
            ITEMS            | New tyres, filters.                   | DOUBTFUL
            TELEPHONE_NUMBER | Sure.                                 | DOUBTFUL
            TELEPHONE_NUMBER | Yes, of course.                       | DOUBTFUL
            TELEPHONE_NUMBER | 0161 555 014                          | LIKELY
            TELEPHONE_NUMBER | 0161 555 0147                         | WHOLE
            """)
    void what_was_asked_tells_when_the_answer_is_whole(Expected asked, String words, Completeness completeness) {
        assertThat(ENGLISH.judge(words, asked)).isEqualTo(completeness);
    }

    @ParameterizedTest
    @ValueSource(strings = {"On Friday, no.", "Four, sorry.", "At nine, wait.", "The blue, uh", "It makes a noise, you know.", "Two tickets, or rather.", "So, basically."})
    void who_takes_a_word_back_or_looks_for_one_goes_on(String words) {
        assertThat(ENGLISH.judge(words, Expected.SHORT_ANSWER)).isGreaterThanOrEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("I'm so sorry.", Expected.ANYTHING)).isNotEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("No, sorry.", Expected.YES_OR_NO)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"When I open the door?", "Every time I brake", "After the flight", "Where do I?", "When does the shop?"})
    void a_clause_before_another_and_a_question_without_its_verb_are_left_open(String words) {
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("When I finish work.", Expected.WHEN)).isNotEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("When does the shop close?", Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("What time does the swimming pool?", Expected.ANYTHING)).isEqualTo(Completeness.LIKELY);
    }

    @Test
    void a_mark_behind_what_is_no_question_is_believed_only_where_little_is_said() {
        assertThat(ENGLISH.judge("Tomorrow morning?", Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("The lamp in the living room?", Expected.ANYTHING)).isNotEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("I have an allergy, is that a problem?", Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Can I book a table?", "Could we come on Saturday?", "Can you fit me in?", "Is there a room free?", "Have you got any appointments left?", "Can I move my booking?",
            "Is it okay?", "I'd like to book a table, please."})
    void who_asks_for_something_and_not_for_when_mostly_says_it_too(String words) {
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.LIKELY);
        assertThat(ENGLISH.judge("Can I book a table for tonight at eight?", Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("Do you have a room for Friday?", Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("Could we come an hour later?", Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("I'd like a check-up.", Expected.WHEN)).isNotEqualTo(Completeness.WHOLE);
        assertThat(ENGLISH.judge("Eight thirty.", Expected.WHEN)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Nein.                | YES_OR_NO | LIKELY
            de | Ja.                  | YES_OR_NO | WHOLE
            de | Schneider.           | NAME      | LIKELY
            de | Anna Schneider.      | NAME      | WHOLE
            de | Es tropft.           | ACCOUNT   | LIKELY
            es | El tres de mayo.     | BIRTHDAY  | LIKELY
            es | El 3 de mayo de 1971 | BIRTHDAY  | WHOLE
            """)
    void in_german_and_spanish_too_an_answer_has_a_shape(String language, String words, Expected asked, Completeness completeness) {
        assertThat(Wording.of(language).judge(words, asked)).isEqualTo(completeness);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Can you recommend?", "Does the fee include?", "Has anybody in your office seen?", "Where we stayed last year", "What I meant to tell you."})
    void a_verb_waits_for_its_object_and_a_clause_for_its_sentence(String words) {
        assertThat(ENGLISH.judge(words, Expected.ANYTHING)).isEqualTo(Completeness.DOUBTFUL);
        assertThat(ENGLISH.judge("Can you tell me what I should bring?", Expected.ANYTHING)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Maybe at nine.           | WHEN             | LIKELY
            Nearly.                  | YES_OR_NO        | LIKELY
            Friday is not so good.   | YES_OR_NO        | WHOLE
            Friday is full of work.  | YES_OR_NO        | LIKELY
            Two feet.                | AMOUNT           | LIKELY
            Yes, it's M, apostrophe. | SPELLING         | LIKELY
            Yes, at half past six.   | WHEN             | WHOLE
            077 triple 4             | TELEPHONE_NUMBER | DOUBTFUL
            0788888888888            | TELEPHONE_NUMBER | DOUBTFUL
            212-555-555-555.         | TELEPHONE_NUMBER | DOUBTFUL
            0171 555 8899            | TELEPHONE_NUMBER | WHOLE
            """)
    void what_is_unsure_or_only_begins_with_yes_is_no_whole_answer(String words, Expected expected, Completeness completeness) {
        assertThat(ENGLISH.judge(words, expected)).isEqualTo(completeness);
    }
}
