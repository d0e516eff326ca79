package switchboard.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "For how many people?                                        | AMOUNT",
            "What number of people?                                      | AMOUNT",
            "Wie lange möchten Sie bleiben?                              | AMOUNT",
            "Miller, phone 555 1234. Is that right?                      | YES_OR_NO",
            "Shall I book it?                                            | YES_OR_NO",
            "And would you like to sit outside?                          | YES_OR_NO",
            "Soll ich das eintragen?                                     | YES_OR_NO",
            "¿Es correcto?                                               | YES_OR_NO",
            "Would you like the small one or the large one?              | SHORT_ANSWER",
            "Can I have your address, please?                            | ADDRESS",
            "Where shall we bring it?                                    | ADDRESS",
            "Where does it hurt?                                         | SHORT_ANSWER",
            "What was your date of birth?                                | BIRTHDAY",
            "What is the problem with your oven?                         | ACCOUNT",
            "On which day?                                               | DAY",
            "Oh dear. What happened?                                     | ACCOUNT",
            "Darf ich Ihren Namen haben?                                 | NAME",
            "Do you have a phone number?                                 | TELEPHONE_NUMBER",
            "Tomatitos, good evening. How can I help you?                | ANYTHING",
            "Guten Tag! Wie kann ich helfen?                             | ANYTHING",
            "We open at five.                                            | ANYTHING",
            "Your name is written down.                                  | ANYTHING",
            "We can help. What is your name?                             | NAME",
            "Und auf welchen Namen?                                      | NAME",
            "A telephone number, in case something changes?              | TELEPHONE_NUMBER",
            "Then please tell me your name and your phone number.        | TELEPHONE_NUMBER",
            "¿Me dice su número de teléfono?                             | TELEPHONE_NUMBER",
            "When would you like to come?                                | WHEN",
            "For which day and at what time?                             | WHEN",
            "Gerne. Wann möchten Sie kommen?                             | WHEN",
            "At what time?                                               | SHORT_ANSWER",
            "What would you like?                                        | ITEMS",
            "What can I get you?                                         | ITEMS",
            "What would you like to drink?                               | ITEMS",
            "Which colours do you like?                                  | ITEMS",
            "What class do you need?                                     | SHORT_ANSWER",
            "Who is coming with you?                                     | ITEMS",
            "What needs to be cleaned?                                   | ITEMS",
            "What would you like to change?                              | SHORT_ANSWER",
            "What can I do for you?                                      | ANYTHING",
            "How do you spell your name?                                 | SPELLING",
            "Could you say your name again, please, and spell it?        | SPELLING"})
    void the_last_sentence_tells_what_is_asked_for(String said, Expected expected) {
        assertThat(Expected.after(said)).isEqualTo(expected);
    }
}
