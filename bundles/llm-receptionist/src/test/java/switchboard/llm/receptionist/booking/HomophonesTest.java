package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What recognisers write for what was said. */
class HomophonesTest {

    private final Interpreter interpreter = new Interpreter("en", new SimpleTimes());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Name winter, no foam.                        | Name winter, no phone.
            Under Pruitt, no-phone pleas.                | Under Pruitt, no phone please.
            We're up for people on Friday.               | We're up four people on Friday.
            There will be for of us.                     | There will be four of us.
            A table for to on Friday, please.            | A table for two on Friday, please.
            Could I get a table for too?                 | Could I get a table for two?
            Six in the evening, where four.              | Six in the evening, we're four.
            On Saturday at ate.                          | On Saturday at eight.
            Non,                                         | none,
            Table for two under-proat no-phone pleas.    | Table for two under proat no phone please.
            One p.m., and the names Cole.                | One p.m., and the name's Cole.
            """)
    void they_are_put_right(String heard, String said) {
        assertThat(interpreter.english(heard)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I don't know where four of us could sit.", "The table for Tom.", "Is that for people with allergies?", "What are their names?", "No phone number.", "A non alcoholic beer.", "Is there under-floor heating?",
            "There is no foam in my coffee."})
    void what_makes_sense_is_left_as_it_is(String said) {
        assertThat(interpreter.english(said)).isEqualTo(said);
    }
}
