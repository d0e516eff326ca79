package switchboard.spoken.time;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** "In half an hour", "in two and a half hours", "twenty minutes from now": a day and a time, to the minute. */
final class SpansOfTime implements Rule {

    private static final int MOST_HOURS = 48;
    private static final int MOST_MINUTES = 600;

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        boolean in = cursor.take("in");
        if (in) {
            cursor.takeAny(Words.SOFTENERS);
        }
        Optional<Duration> span = span(cursor);
        boolean fromNow = cursor.take("from", "now");
        if (span.isEmpty() || !in && !fromNow) {
            return Optional.empty();
        }
        cursor.take("time");
        LocalDateTime then = phrase.now().plus(span.get()).truncatedTo(ChronoUnit.MINUTES);
        return cursor.match(new Meaning(List.of(then.toLocalDate()), List.of(then.toLocalTime()), Optional.empty()));
    }

    private static Optional<Duration> span(Cursor cursor) {
        if (cursor.take("half", "an", "hour") || cursor.take("half", "hour") || cursor.take("a", "half", "hour")) {
            return Optional.of(Duration.ofMinutes(30));
        }
        if (cursor.take("a", "quarter", "of", "an", "hour") || cursor.take("quarter", "of", "an", "hour")) {
            return Optional.of(Duration.ofMinutes(15));
        }
        if (cursor.take("three", "quarters", "of", "an", "hour")) {
            return Optional.of(Duration.ofMinutes(45));
        }
        int count = Spans.count(cursor);
        boolean half = cursor.take("and", "a", "half");
        if (count <= MOST_HOURS && (cursor.take("hours") || cursor.take("hour") || cursor.take("hours'"))) {
            boolean more = half || cursor.take("and", "a", "half");
            return Optional.of(Duration.ofMinutes(60L * count + (more ? 30 : 0)));
        }
        boolean minutes = count <= MOST_MINUTES && (cursor.take("minutes") || cursor.take("minute") || cursor.take("mins") || cursor.take("min"));
        return minutes ? Optional.of(Duration.ofMinutes(count)) : Optional.empty();
    }
}
