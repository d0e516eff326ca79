package switchboard.spoken.time;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** "Zero eight thirty", "at oh eight hundred": with a zero in front an hour is one of the morning. */
final class ZeroHours implements Rule {

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        boolean zero = cursor.number(0, 0) == 0 || (ClockTimes.isAt(phrase, i) || phrase.size() <= 3) && cursor.take("oh");
        if (!zero || phrase.token(i).digits()) {
            return Optional.empty();
        }
        int hundreds = cursor.number(100, 900);
        int hour = hundreds > 0 && hundreds % 100 == 0 ? hundreds / 100 : cursor.number(1, 9);
        int minute = hundreds > 0 ? 0 : cursor.number(10, 59);
        if (hour < 0 || minute < 0) {
            return Optional.empty();
        }
        cursor.take("hours");
        return cursor.match(Meaning.times(List.of(LocalTime.of(hour, minute))));
    }
}
