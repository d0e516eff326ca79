package switchboard.llm.receptionist.booking;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "Any time after six": a time from which on any will do.
 *
 * @param rest without the words that it was found in
 */
record Earliest(LocalTime time, String rest) {

    /** "Any time after six"; of later hours it is not clear which half of the day is meant. */
    private static final Pattern AFTER = Pattern.compile("\\b(?:(?:any ?time|some ?time|anything|something) )?(?:after|later than) (?:about |around )?(" + Numbers.NUMBER + ")(?: o'clock| pm)?(?: onwards?| or so| in the (?:evening|afternoon))?(?! (?:minutes?|hours?|days?|weeks?|months?|nights?|people|persons|past|thirty|fifteen|forty|" + Numbers.NUMBER + ")\\b)(?![\\p{L}\\d:])");
    private static final int LAST_OF_THE_DAY = 7;
    private static final int HALF_A_DAY = 12;

    static Optional<Earliest> in(String plain) {
        Matcher after = AFTER.matcher(plain);
        int hour = after.find() ? Numbers.value(after.group(1)).orElse(0) : 0;
        return hour < 1 || hour > LAST_OF_THE_DAY ? Optional.empty() : Optional.of(new Earliest(LocalTime.of(hour + HALF_A_DAY, 0), after.replaceAll(" ")));
    }
}
