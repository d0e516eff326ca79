package switchboard.spoken.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import switchboard.api.time.Mention;

/** What holds for all days, all times and all texts. */
class EnglishTimesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final int TWO_YEARS_DAYS = 731;
    private static final int MINUTES_A_DAY = 1440;

    private static final List<String> WORDS = List.of("the", "first", "of", "next", "week", "two", "half", "past", "quarter", "to", "seven", "thirty",
            "friday", "december", "in", "a", "day", "after", "tomorrow", "at", "no", "or", "12", "/", "24", ":", ".", "-", "2026", "pm", "for", "people",
            "before", "from", "early", "evening", "the", "oh", "double", "hundred", "thousand", "and", "31st", "february", "99999999999", "'s", ",", "last",
            "easter", "not", "sat", "o", "clock", "£", "couple", "noon", "ish");

    private final EnglishTimes times = new EnglishTimes();

    @Example
    void every_day_of_two_years_is_understood_as_it_is_said() {
        for (int i = 0; i < TWO_YEARS_DAYS; i++) {
            LocalDate day = TODAY.plusDays(i);
            assertThat(times.find(times.say(day, TODAY), TODAY.atTime(10, 0)).days()).as(times.say(day, TODAY)).containsExactly(day);
        }
    }

    @Property(tries = 2000)
    void a_day_is_understood_as_it_is_said_whatever_day_it_is_today(@ForAll @IntRange(max = 20_000) int today, @ForAll @IntRange(min = -300, max = 730) int ahead) {
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(today);
        LocalDate day = from.plusDays(ahead);
        assertThat(times.find(times.say(day, from), from.atTime(23, 59)).days()).as(times.say(day, from)).containsExactly(day);
    }

    @Example
    void every_minute_of_the_day_is_understood_as_it_is_said() {
        for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
            LocalTime time = LocalTime.ofSecondOfDay(60L * minute);
            assertThat(times.find(times.say(time), TODAY.atTime(10, 0)).times()).as(times.say(time)).containsExactly(time);
        }
    }

    @Property(tries = 2000)
    void a_day_and_a_time_in_one_sentence_are_both_understood(@ForAll @IntRange(min = 1, max = 730) int ahead, @ForAll @IntRange(max = 1439) int minute) {
        LocalDate day = TODAY.plusDays(ahead);
        LocalTime time = LocalTime.ofSecondOfDay(60L * minute);
        String said = "A table for four, " + times.say(day, TODAY) + " at " + times.say(time) + ", please";

        Mention mention = times.find(said, TODAY.atTime(10, 0));

        assertThat(mention).as(said).isEqualTo(new Mention(List.of(day), List.of(time), "A table for four, please"));
    }

    @Property(tries = 5000)
    void no_text_makes_it_throw(@ForAll String text) {
        assertThat(times.find(text, TODAY.atTime(10, 0))).isNotNull();
    }

    @Property(tries = 20_000)
    void no_order_of_words_makes_it_throw(@ForAll("sentences") String text) {
        assertThat(times.find(text, TODAY.atTime(10, 0))).isNotNull();
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(WORDS).list().ofMaxSize(14).map(words -> String.join(words.size() % 3 == 0 ? "" : " ", words));
    }

    @Example
    void a_text_that_names_neither_gives_nothing() {
        assertThat(times.find("for four people", LocalDateTime.of(TODAY, LocalTime.NOON))).isEqualTo(Mention.NONE);
    }

    @Example
    void days_are_said_for_the_ear() {
        assertThat(times.say(TODAY, TODAY)).isEqualTo("today");
        assertThat(times.say(TODAY.plusDays(1), TODAY)).isEqualTo("tomorrow");
        assertThat(times.say(LocalDate.of(2026, 12, 4), TODAY)).isEqualTo("Friday, the fourth of December");
        assertThat(times.say(LocalDate.of(2028, 1, 31), TODAY)).isEqualTo("Monday, the thirty-first of January twenty twenty-eight");
    }

    @Example
    void times_are_said_for_the_ear() {
        assertThat(List.of("19:30", "12:00", "13:15", "19:00", "00:00", "08:45", "22:05", "07:03", "23:45").stream().map(LocalTime::parse).map(times::say))
                .containsExactly("half past seven in the evening", "noon", "quarter past one in the afternoon", "seven in the evening", "midnight",
                        "quarter to nine in the morning", "five past ten at night", "seven oh three in the morning", "quarter to midnight");
    }
}
