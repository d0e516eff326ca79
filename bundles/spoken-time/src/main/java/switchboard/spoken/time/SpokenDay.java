package switchboard.spoken.time;

import java.time.LocalDate;

/** "Friday, the third of December"; with the year if the day is more than a year away or over. */
final class SpokenDay {

    private SpokenDay() {}

    static String of(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        if (day.equals(today.plusDays(1))) {
            return "tomorrow";
        }
        String date = Names.of(day.getDayOfWeek()) + ", the " + NumberWords.ordinal(day.getDayOfMonth()) + " of " + Names.of(day.getMonth());
        boolean withinAYear = day.isAfter(today) && day.isBefore(today.plusYears(1));
        return withinAYear ? date : date + " " + year(day.getYear());
    }

    /** "Twenty twenty-six", "two thousand and five"; in figures if it is beyond two pairs of digits. */
    private static String year(int year) {
        int century = year / 100;
        int rest = year % 100;
        if (year < 1000 || year > 9999) {
            return String.valueOf(year);
        }
        if (century % 10 == 0 && rest < 10) {
            return NumberWords.cardinal(century / 10) + " thousand" + (rest == 0 ? "" : " and " + NumberWords.cardinal(rest));
        }
        String tail = rest == 0 ? "hundred" : rest < 10 ? "oh " + NumberWords.cardinal(rest) : NumberWords.cardinal(rest);
        return NumberWords.cardinal(century) + " " + tail;
    }
}
