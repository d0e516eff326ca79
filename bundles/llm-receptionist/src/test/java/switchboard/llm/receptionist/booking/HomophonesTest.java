package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.llm.receptionist.table.Table;

/** What recognisers write for what was said. */
class HomophonesTest {

    private static final List<String> MANY_AT_ONCE = List.of("Its for a table for to, at ate, under-proat, no-phone pleas.", "We're up for people at ate, where four, and the names Cole, no foam.",
            "Its Emily, name, Barnes, a table for too on Friday, no phones, pleas.", "Non.", "There will be for of us, the names, Miller, under-winter, no-foe please.");

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
            Its Emily Barnes.                            | it's Emily Barnes.
            Its for two.                                 | it's for two.
            A table for to to-morrow.                    | A table for two tomorrow.
            At eight, please names Foster.               | At eight, please name is Foster.
            hi there its nora byrne                      | hi there it's nora byrne
            yes thats correct                            | yes that's correct
            on monday at eighteen hours please           | on monday at eighteen o'clock please
            At half passed seven.                        | At half past seven.
            I'd like to booked a table.                  | I'd like to book a table.
            A table for uh three, um, on Friday.         | A table for three, on Friday.
            """)
    void they_are_put_right(String heard, String said) {
        assertThat(interpreter.english(heard)).isEqualTo(said);
    }

    @RepeatedTest(50)
    void the_order_of_the_rows_does_not_matter(RepetitionInfo repetition) {
        List<Table.Row> rows = new ArrayList<>(Table.readNamed("booking/heard.en.tsv"));
        Collections.shuffle(rows, new Random(repetition.getCurrentRepetition()));
        List<TurnOfPhrase> shuffled = rows.stream().map(TurnOfPhrase::of).toList();

        assertThat(MANY_AT_ONCE).allSatisfy(said -> assertThat(TurnOfPhrase.all(shuffled, said)).isEqualTo(interpreter.english(said)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I don't know where four of us could sit.", "The table for Tom.", "Is that for people with allergies?", "What are their names?", "No phone number.", "A non alcoholic beer.", "Is there under-floor heating?",
            "There is no foam in my coffee.", "The dog and its owner."})
    void what_makes_sense_is_left_as_it_is(String said) {
        assertThat(interpreter.english(said)).isEqualTo(said);
    }
}
