package switchboard.spoken.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Days counted from another: "in two weeks", "ten days from now", "a week on Tuesday", "the day after Christmas". */
final class Spans implements Rule {

    private static final Set<String> FROM = Set.of("on", "from", "after");
    private static final int MOST = 365;

    private record Span(int count, ChronoUnit unit) {

        LocalDate after(LocalDate day) {
            return day.plus(count, unit);
        }

        LocalDate before(LocalDate day) {
            return day.minus(count, unit);
        }
    }

    private final Rule anchor;

    Spans(Rule anchor) {
        this.anchor = anchor;
    }

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        if (cursor.take("in")) {
            cursor.takeAny(Words.SOFTENERS);
            return span(cursor).flatMap(span -> ofThatWeek(cursor, span).or(() -> fromToday(cursor, span)));
        }
        cursor.take("the");
        return span(cursor).flatMap(span -> cursor.take("from", "now") || cursor.take("hence") ? fromToday(cursor, span) : fromAnchor(cursor, span));
    }

    /** "In two weeks, on Saturday": of the week that it is then. */
    private static Optional<Match> ofThatWeek(Cursor cursor, Span span) {
        int start = cursor.at();
        cursor.take("time");
        cursor.take(",");
        cursor.take("on");
        Optional<DayOfWeek> weekday = Names.weekday(cursor.phrase, cursor.at()).filter(day -> span.unit() == ChronoUnit.WEEKS);
        cursor.move(weekday.isPresent() ? cursor.at() + 1 : start);
        return weekday.flatMap(day -> cursor.match(Meaning.day(span.after(cursor.phrase.today()).with(day))));
    }

    private static Optional<Match> fromToday(Cursor cursor, Span span) {
        cursor.take("time");
        return cursor.match(Meaning.day(span.after(cursor.phrase.today())));
    }

    /** "Two weeks from Monday", "a week Friday"; days need the "from". */
    private Optional<Match> fromAnchor(Cursor cursor, Span span) {
        boolean before = cursor.take("before");
        if (!before && !cursor.takeAny(FROM) && span.unit() != ChronoUnit.WEEKS) {
            return Optional.empty();
        }
        cursor.take("the");
        Optional<Match> base = anchor.at(cursor.phrase, cursor.at()).filter(match -> !match.meaning().days().isEmpty());
        cursor.move(base.map(Match::to).orElse(cursor.at()));
        return base.flatMap(match -> cursor.match(counted(match.meaning(), span, before)));
    }

    private static Meaning counted(Meaning base, Span span, boolean before) {
        List<LocalDate> days = base.days().stream().map(day -> before ? span.before(day) : span.after(day)).toList();
        return new Meaning(days, base.times(), base.part());
    }

    private static Optional<Span> span(Cursor cursor) {
        int count = count(cursor);
        Optional<ChronoUnit> unit = unit(cursor.phrase.word(cursor.at()));
        boolean fortnight = cursor.phrase.word(cursor.at()).startsWith("fortnight");
        if (unit.isEmpty() || count < 1) {
            return Optional.empty();
        }
        cursor.move(cursor.at() + 1);
        return Optional.of(new Span(fortnight ? 2 * count : count, unit.get()));
    }

    /** "A", "a couple of" and the article that was dropped in "the day after" count too. */
    static int count(Cursor cursor) {
        if (cursor.take("a", "couple", "of") || cursor.take("couple", "of") || cursor.take("a", "couple")) {
            return 2;
        }
        int number = cursor.number(1, MOST);
        if (number > 0 || cursor.take("a") || cursor.take("an")) {
            return Math.max(1, number);
        }
        return cursor.phrase.word(cursor.at()).endsWith("s") ? -1 : 1;
    }

    private static Optional<ChronoUnit> unit(String word) {
        return switch (word) {
            case "day", "days" -> Optional.of(ChronoUnit.DAYS);
            case "week", "weeks", "weeks'", "fortnight", "fortnights" -> Optional.of(ChronoUnit.WEEKS);
            case "month", "months" -> Optional.of(ChronoUnit.MONTHS);
            default -> Optional.empty();
        };
    }
}
