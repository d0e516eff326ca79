package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as callers tell them. */
class NameWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first name Ann last name Li                                   | Ann Li
            Wonderful. Rosie Blake.                                       | Rosie Blake
            That's great, thanks, Rosie Blake.                            | Rosie Blake
            it's blake rosie blake                                        | Rosie Blake
            put it under my husband's name, that's Walters                | Walters
            the reservation should be for Lopez                           | Lopez
            Karim with a K                                                | Karim
            it's Miller with two l's                                      | Miller
            Christine, with a C H                                         | Christine
            double u no sorry, Wong                                       | Wong
            Mark, M A R K                                                 | Mark
            Lena, L E N A, Fischer                                        | Lena Fischer
            Fischer, F I S C H E R, Fischer                               | Fischer
            it's Claire Dubois D U B O I S                                | Claire Dubois
            Our banister,                                                 | Banister
            On a miller.                                                  | Miller
            Meyer. M A I E R.                                             | Maier
            Smith, S M Y T H.                                             | Smyth
            Brown. B R A U N.                                             | Braun
            Am I L. L. E. R.                                              | Miller
            Miller, am I double L. E. R.                                  | Miller
            No, Miller, M, I l l. d r.                                    | Miller
            M-i-l-l-e-r                                                   | Miller
            No Miller, M-i-l-l-e-r.                                       | Miller
            And for Mike, I double L. E. R.                               | Miller
            M for Mike, I, double L, E, R                                 | Miller
            Cooper, C. double O. P. E. are.                               | Cooper
            Anna Reed, R. E. A. D.                                        | Anna Read
            Mensa, that's Emma's in Mike, E as in Echo, and as in November, as as in Sierra, E as in Alpha, H as in Hotel. | Mensah
            Kemp, K for king, he for Edward, M for mother, pee for Peter. | Kemp
            """)
    void an_answer_tells_the_name(String said, String name) {
        assertThat(NameWords.find(said, true)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hi Burke here can we push our table back an hour              | Burke
            could you put down Jenkins for two on thursday at eight       | Jenkins
            for my boss mister Harris three people on friday              | Harris
            I'm ringing for Mr Tanaka he needs a table for three          | Tanaka
            a table on saturday at eight o'clock four people Robinson     | Robinson
            table for two at eight pm Ridley and my number is five        | Ridley
             , Kit Marlow here, I need an appointment                     | Kit Marlow
            it's Lacey we've a table on friday                            | Lacey
            A table for two on Friday at 9 p.m. for weaver. No phone number. | Weaver
            A table for two on Friday at a quarter past seven, bared, no phone. | Bared
            A table for two on Friday at six p.m. for Dillon, no phone number. | Dillon
            Can I get a table for two on Thursday at six p.m.? Morrison. No phone. | Morrison
            a cleaning on monday at nine for ruth pike, my number is five | Ruth Pike
            a haircut tomorrow at four for nadal, phone number five one   | Nadal
            A table for two on Thursday at six. Morrison, and my number is five. | Morrison
            """)
    void a_name_is_heard_beside_other_things(String said, String name) {
        assertThat(NameWords.find(said, false)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thomas Brown | Braun       | Thomas Braun
            Anna Miller  | Muller      | Anna Muller
            Anna Miller  | Schmidt     | Schmidt
            Kathy Brown  | Cathy       | Cathy Brown
            Brown        | Braun       | Braun
            Thomas Brown | Tom Braun   | Tom Braun
            """)
    void a_name_that_is_corrected_keeps_the_other(String known, String told, String name) {
        assertThat(NameWords.corrected(known, told)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Saturday Evening.", "Parking", "Good Friday", "Half Past Seven", "Anna wants to come"})
    void not_every_capital_is_a_name_told_alone(String said) {
        assertThat(NameWords.alone("Bea Quinn.")).contains("Bea Quinn");
        assertThat(NameWords.alone(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'd like to see mr Brown on friday", "we haven't been here before", "can you put us down for friday at eight", "do you have parking here", "double",
            "haven't got one", "For two on Friday, in the evening, no phone", "a table for four at eight, please, no number", "we would like to sit outside, today, no phone", "we've no idea", "Can I come on Friday? Thanks. I have no phone.", "A table for four, for Friday, for lunch", "a cleaning on monday for my daughter, my number is five"})
    void no_name_is_made_up(String said) {
        assertThat(NameWords.find(said, false)).isEmpty();
    }
}
