package switchboard.spoken.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** "Today", "tonight", "this evening", "tomorrow", "the day after tomorrow", "yesterday". */
final class RelativeDays implements Rule {

    private static final Set<String> TOMORROW = Set.of("tomorrow", "tomorrows", "tmrw", "tommorow", "tomorow");
    private static final Set<String> TODAY = Set.of("today", "todays");

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        LocalDate today = phrase.today();
        if (cursor.take("tonight") || cursor.take("tonights")) {
            return cursor.match(Meaning.day(today).with(DayPart.TONIGHT));
        }
        if (cursor.takeAny(TODAY)) {
            return cursor.match(Meaning.day(cursor.take("week") ? today.plusWeeks(1) : today));
        }
        if (cursor.takeAny(TOMORROW)) {
            return cursor.match(Meaning.day(today.plusDays(cursor.take("week") ? 8 : 1)));
        }
        if (cursor.take("overmorrow") || cursor.take("the", "day", "after") && isTomorrowBefore(phrase, i)) {
            return cursor.match(Meaning.day(today.plusDays(2)));
        }
        if (cursor.take("yesterday")) {
            return cursor.match(Meaning.day(today.minusDays(1)));
        }
        return thisPart(phrase, i);
    }

    /** "Not tomorrow, the day after." */
    private static boolean isTomorrowBefore(Phrase phrase, int i) {
        return IntStream.range(0, i).anyMatch(at -> phrase.in(at, TOMORROW));
    }

    private static Optional<Match> thisPart(Phrase phrase, int i) {
        if (!phrase.is(i, "this")) {
            return Optional.empty();
        }
        return DayParts.named(phrase, i + 1)
                .map(part -> new Match(i, part.to(), Meaning.day(phrase.today()).with(part.meaning().part().orElseThrow())));
    }
}
