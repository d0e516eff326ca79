package switchboard.phonemes.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

    private final Normalizer normalizer = new Normalizer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at 6:30 pm                      | at six thirty PM
            6:05                            | six oh five
            6:00                            | six o'clock
            6pm                             | six PM
            at 18:30                        | at eighteen thirty
            We open at 9 a.m. on Friday.    | We open at nine AM on Friday.
            It ends at 5 p.m.               | It ends at five PM.
            """)
    void times_of_day_are_read_out(String written, String spoken) {
        assertThat(normalizer.spokenForm(written)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5-7 pm                | five to seven PM
            5:30–7:30 pm          | five thirty to seven thirty PM
            10 - 15%              | ten to fifteen percent
            $10-15                | ten to fifteen dollars
            Mon-Fri               | Monday to Friday
            24-26 December        | the twenty fourth to the twenty sixth of December
            """)
    void a_dash_between_numbers_is_said_as_to(String written, String spoken) {
        assertThat(normalizer.spokenForm(written).strip()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $24.75                | twenty four dollars and seventy five cents
            €12.50                | twelve euros and fifty cents
            12,50 €               | twelve euros and fifty cents
            £0.50                 | fifty pence
            $1                    | one dollar
            $1,200                | one thousand two hundred dollars
            $5 million            | five million dollars
            $1.5M                 | one point five million dollars
            20 EUR                | twenty euros
            """)
    void sums_of_money_name_their_currency(String written, String spoken) {
        assertThat(normalizer.spokenForm(written)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24 December           | the twenty fourth of December
            the 3rd of May        | the third of May
            Dec. 3, 1999          | December third, nineteen ninety nine
            2024-12-24            | December twenty fourth, twenty twenty four
            12/24/2024            | December twenty fourth, twenty twenty four
            24.12.2024            | December twenty fourth, twenty twenty four
            December 2024         | December twenty twenty four
            May I come at 5?      | May I come at five?
            """)
    void dates_are_read_out(String written, String spoken) {
        assertThat(normalizer.spokenForm(written)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +34 91 123 45 67      | plus three four, nine one, one two three, four five, six seven
            (555) 123-4567        | five five five, one two three, four five six seven
            555-1234              | five five five, one two three four
            5551234567            | five five five, one two three, four five six seven
            PIN 0042              | PIN zero zero four two
            extension 4521        | extension four five two one
            """)
    void telephone_numbers_and_codes_are_read_digit_by_digit(String written, String spoken) {
        assertThat(normalizer.spokenForm(written)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            info@tomatitos.example              | info at tomatitos dot example
            a_b.c-d@bbc.co.uk.                  | a underscore B dot C dash D at BBC dot co dot UK.
            https://www.tomatitos.com/menu      | WWW dot tomatitos dot com slash menu
            See tomatitos.example, please.      | See tomatitos dot example, please.
            """)
    void addresses_are_read_out(String written, String spoken) {
        assertThat(normalizer.spokenForm(written).strip().replaceAll(" +", " ")).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234,567             | one million two hundred thirty four thousand five hundred sixty seven
            10000000              | ten million
            007                   | zero zero seven
            3.14                  | three point one four
            -5                    | minus five
            1905                  | nineteen oh five
            2005                  | two thousand five
            1990s                 | nineteen nineties
            22nd                  | twenty second
            12.5%                 | twelve point five percent
            20°C                  | twenty degrees Celsius
            2½ kg                 | two and a half kg
            250 g                 | two hundred fifty grams
            1 km                  | one kilometer
            #5                    | number five
            room 101              | room one hundred one
            B2B                   | B two B
            5/8                   | five slash eight
            2x paella             | two paella
            """)
    void numbers_are_written_out(String written, String spoken) {
        assertThat(normalizer.spokenForm(written).strip()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dr. Smith, Mr. Jones, St. Louis     | Doctor Smith, Mister Jones, Saint Louis
            fruit, e.g. pears, etc.             | fruit, for example pears, etcetera.
            She paused - and left.              | She paused — and left.
            12 Main St. The door is open.       | twelve Main Street. The door is open.
            12 Main St. in Acme Corp. there     | twelve Main Street in Acme Corporation there
            and/or, he/she, 3 times/day         | and or, he or she, three times per day
            flight BA2490, gate B42             | flight BA two four nine zero, gate B forty two
            **very** good                       | very good
            """)
    void short_forms_and_formatting_are_spoken_plainly(String written, String spoken) {
        assertThat(normalizer.spokenForm(written).strip().replaceAll(" +", " ")).isEqualTo(spoken);
    }
}
