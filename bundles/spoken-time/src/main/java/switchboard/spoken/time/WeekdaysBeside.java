package switchboard.spoken.time;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** "The Monday after Christmas", "the Friday before the twentieth". */
final class WeekdaysBeside implements Rule {

    private final Rule anchor;

    WeekdaysBeside(Rule anchor) {
        this.anchor = anchor;
    }

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        cursor.take("the");
        Optional<DayOfWeek> weekday = Names.weekday(phrase, cursor.at());
        cursor.move(cursor.at() + 1);
        boolean before = cursor.take("before");
        if (weekday.isEmpty() || !before && !cursor.take("after")) {
            return Optional.empty();
        }
        Optional<Match> base = anchor.at(phrase, cursor.at()).filter(match -> !match.meaning().days().isEmpty());
        TemporalAdjuster beside = before ? TemporalAdjusters.previous(weekday.get()) : TemporalAdjusters.next(weekday.get());
        cursor.move(base.map(Match::to).orElse(i));
        return base.flatMap(match -> cursor.match(Meaning.days(match.meaning().days().stream().map(day -> day.with(beside)).toList())));
    }
}
