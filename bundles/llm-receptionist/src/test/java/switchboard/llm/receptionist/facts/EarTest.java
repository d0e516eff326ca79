package switchboard.llm.receptionist.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | Poster A1: 18.50 €                | Poster A one: eighteen euros fifty",
        "en | A copy is 0.45 €.                 | A copy is forty five cents.",
        "en | The first visit is £75.           | The first visit is seventy five pounds.",
        "en | Until the 20th of May, the 3rd  | Until the twentieth of May, the third",
        "en | A steamer from 1924 that floats  | A steamer from nineteen twenty four that floats",
        "en | It costs 1,900 €.                 | It costs one thousand nine hundred euros.",
        "en | Open from 7:30 to 19:00.          | Open from half past seven in the morning to seven in the evening.",
        "en | Phone: 0351 446 02 17             | Phone: zero three five one, four four six, zero two, one seven",
        "en | Write to desk@riverbank.example   | Write to desk at riverbank dot example",
        "en | See www.pixel-print.example/orders| See pixel dash print dot example slash orders",
        "en | Within 5 km, 10 % off             | Within five kilometres, ten percent off",
        "en | She charges 60 €/h                | She charges sixty euros an hour",
        "en | after 7pm, 8.30 a.m. or 12pm      | after seven in the evening, half past eight in the morning or noon",
        "en | Room: £12/hr or £80/week          | Room: twelve pounds an hour or eighty pounds a week",
        "en | We are here since 1998.           | We are here since nineteen ninety eight.",
        "en | Be at least 1.20 m tall           | Be at least one point two metres tall",
        "en | Built in 1923 as a memorial       | Built in nineteen twenty three as a memorial",
        "en | On the B4077, gate M25            | On the B four zero seven seven, gate M twenty five",
        "en | Free for over 60s, £1 for under-16s | Free for over sixties, one pound for under-sixteens",
        "en | Photos 50p, no 3D              | Photos fifty pence, no three D",
        "en | Open 1 April to 31 October      | Open the first of April to the thirty first of October",
        "en | Hall: 14 x 9 metres, FK19 8XX   | Hall: fourteen by nine metres, FK nineteen eight XX",
        "en | Until 11.30, yoga at 9.30       | Until half past eleven, yoga at half past nine",
        "en | lines 7 and 21                    | lines seven and twenty one",
        "de | Kinderräder ab 249 €              | Kinderräder ab zweihundertneunundvierzig Euro",
        "de | bis 18:30 Uhr                     | bis achtzehn Uhr dreißig",
        "de | Telefon: 040 123                  | Telefon: null vier null, eins zwei drei",
        "es | Limpieza: 55 €, 40 minutos        | Limpieza: cincuenta y cinco euros, cuarenta minutos",
        "es | Correo: citas@luz.example         | Correo: citas arroba luz punto example",
    })
    void figures_are_read_as_words(String language, String written, String spoken) {
        assertThat(Ear.of(language).say(written)).isEqualToIgnoringWhitespace(spoken);
    }

    @ParameterizedTest
    @CsvSource({"en,16000,sixteen thousand", "en,342,three hundred and forty two", "de,1021,eintausendeinundzwanzig", "es,121,ciento veintiuno", "es,100,cien"})
    void numbers_have_the_words_of_their_language(String language, long number, String words) {
        assertThat(Tongue.of(language).number(number)).isEqualTo(words);
    }
}
