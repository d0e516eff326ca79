package switchboard.spoken.time;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** "Noon", "midday", "midnight", with or without the twelve. */
final class NamedTimes implements Rule {

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        if (cursor.number(12, 12) > 0) {
            cursor.take("oclock");
        }
        if (cursor.take("noon") || cursor.take("midday") || cursor.take("noontime")) {
            return cursor.match(Meaning.times(List.of(LocalTime.NOON)));
        }
        return cursor.take("midnight") ? cursor.match(Meaning.times(List.of(LocalTime.MIDNIGHT))) : Optional.empty();
    }
}
