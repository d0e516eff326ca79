package switchboard.spoken.time;

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
        boolean in = cursor.take("in");
        boolean the = cursor.take("the");
        if (in && !the) {
            cursor.takeAny(Words.SOFTENERS);
        }
        Optional<Span> span = span(cursor);
        if (span.isEmpty() || in && the) {
            return Optional.empty();
        }
        int end = cursor.at();
        if (in) {
            cursor.take("time");
            return cursor.match(Meaning.day(span.get().after(phrase.today())));
        }
        if (cursor.take("from", "now") || cursor.take("hence")) {
            return cursor.match(Meaning.day(span.get().after(phrase.today())));
        }
        boolean before = cursor.take("before");
        boolean linked = before || cursor.takeAny(FROM);
        if (!linked && span.get().unit() != ChronoUnit.WEEKS) {
            return Optional.empty();
        }
        cursor.take("the");
        Optional<Match> base = anchor.at(phrase, cursor.at()).filter(match -> !match.meaning().days().isEmpty());
        cursor.move(base.map(Match::to).orElse(end));
        return base.flatMap(match -> cursor.match(counted(match.meaning(), span.get(), before)));
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
