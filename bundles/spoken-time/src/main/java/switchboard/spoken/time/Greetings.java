package switchboard.spoken.time;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Good evening", "have a nice weekend", "Happy New Year", "24 hours a day": words of time that tell no time. */
final class Greetings implements Rule {

    private static final Set<String> PARTS = Set.of("morning", "afternoon", "evening", "night", "day", "weekend", "week");
    private static final Set<String> WISHES = Set.of("good", "nice", "lovely", "great", "pleasant", "wonderful", "every", "last");
    private static final List<String[]> SAYINGS = List.of("happy new year", "merry christmas", "happy christmas", "happy easter",
            "first time", "second time", "last time", "right now", "one day").stream().map(saying -> saying.split(" ")).toList();

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        boolean wish = cursor.takeAny(WISHES) && cursor.takeAny(PARTS);
        if (!wish) {
            cursor.move(i);
            wish = SAYINGS.stream().anyMatch(cursor::take);
        }
        return wish ? cursor.match(Meaning.NEITHER) : Optional.empty();
    }
}
