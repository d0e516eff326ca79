package switchboard.spoken.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "12/24", "24.12.2026", "2026-12-24"; "3/4" is the fourth of March to some and the third of April to others. */
final class NumericDates implements Rule {

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        String separator = phrase.word(i + 1);
        boolean here = phrase.token(i).digits() && phrase.token(i + 2).digits() && glued(phrase, i + 1, i + 2)
                && (separator.equals("/") || separator.equals("-") || separator.equals("."));
        if (!here || phrase.token(i).glued() && phrase.mark(i - 1)) {
            return Optional.empty();
        }
        boolean third = phrase.is(i + 3, separator) && phrase.token(i + 4).digits() && glued(phrase, i + 3, i + 4);
        List<LocalDate> days = third ? full(phrase, i, separator) : dayAndMonth(phrase, i, separator);
        int end = third ? i + 5 : separator.equals(".") ? i + 4 : i + 3;
        return days.isEmpty() ? Optional.empty() : Optional.of(new Match(i, end, Meaning.days(days)));
    }

    private static List<LocalDate> full(Phrase phrase, int i, String separator) {
        int first = phrase.number(i);
        int second = phrase.number(i + 2);
        int third = phrase.number(i + 4);
        if (first >= 1000) {
            return of(first, second, third).map(List::of).orElse(List.of());
        }
        int year = third < 100 ? 2000 + third : third;
        return either(of(year, first, second), of(year, second, first), separator);
    }

    private static List<LocalDate> dayAndMonth(Phrase phrase, int i, String separator) {
        boolean fraction = separator.equals("-") || separator.equals("/") && phrase.number(i) == 24 && phrase.number(i + 2) == 7;
        // "7.10" is a time unless a closing dot and an "on" make it a date.
        boolean clock = separator.equals(".") && !(phrase.is(i + 3, ".") && (phrase.is(i - 1, "on") || phrase.is(i - 1, "the")));
        if (fraction || clock) {
            return List.of();
        }
        return either(next(phrase, phrase.number(i), phrase.number(i + 2)), next(phrase, phrase.number(i + 2), phrase.number(i)), separator);
    }

    private static List<LocalDate> either(Optional<LocalDate> monthFirst, Optional<LocalDate> dayFirst, String separator) {
        List<LocalDate> days = new ArrayList<>();
        if (!separator.equals(".")) {
            monthFirst.ifPresent(days::add);
        }
        dayFirst.filter(day -> !days.contains(day)).ifPresent(days::add);
        return days;
    }

    private static Optional<LocalDate> next(Phrase phrase, int month, int day) {
        try {
            return Optional.of(CalendarDates.upcoming(phrase.today(), Month.of(month), day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return year < 1900 || year > 2199 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static boolean glued(Phrase phrase, int a, int b) {
        return phrase.token(a).glued() && phrase.token(b).glued();
    }
}
