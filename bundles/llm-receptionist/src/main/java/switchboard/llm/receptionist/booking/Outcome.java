package switchboard.llm.receptionist.booking;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the assistant's words tell about a booking: that it was done, or that it cannot be done as asked. */
final class Outcome {

    private static final Pattern READ_BACK = Pattern.compile(".*\\b(right|correct|okay|ok|agreed|confirm)\\?\\s*$", Pattern.DOTALL);
    private static final Pattern REFUSED = Pattern.compile("\\b(taken|already|fully booked|booked (up|out)|closed|full|sorry|cannot|can't|can not|could not|couldn't|unfortunately|not open|do not open|no (free )?(table|slot|appointment|time)s?|is (still )?free|are (still )?free"
            + "|too (many|far|late|early|soon|large|big|short)|in the past|not possible|at the latest|not (found|know|have|free|available)|did not|didn't|no longer|only|(?:does|do) not fit)\\b");
    private static final Pattern DONE = Pattern.compile("\\b(is|are|have|has|been|you're) (now )?(booked|reserved|cancell?ed|moved|confirmed|changed|done)\\b|^(booked|done|cancell?ed|moved|reserved)\\b|look forward|see you|all set");

    private static final String TAKE_IT = plain(Sentences.of("en").say(Sentence.TAKE_IT));

    private Outcome() {
    }

    static boolean isRefusal(String assistant) {
        String plain = plain(assistant);
        return REFUSED.matcher(plain).find() && !READ_BACK.matcher(plain).matches();
    }

    /** Whether it refuses so many people: so many will not come, whatever is said next. */
    static boolean isTooMany(String assistant) {
        return isRefusal(assistant) && Cue.TOO_MANY.isIn(assistant);
    }

    static boolean isOffer(String assistant) {
        return plain(assistant).strip().endsWith(TAKE_IT);
    }

    /** Whether it asks for the yes to a proposal: then nothing is offered to choose from. */
    static boolean isReadBack(String assistant) {
        return READ_BACK.matcher(plain(assistant)).matches();
    }

    /** Whether it asks what is to be different: what may be changed is nothing to choose from. */
    static boolean asksForChanges(String assistant) {
        return plain(assistant).strip().endsWith("change?");
    }

    /** Whether a change is none, because all is booked like that. */
    static boolean isUnchanged(String assistant) {
        return plain(assistant).contains("that is how it is booked");
    }

    static boolean isDone(String assistant) {
        String plain = plain(assistant);
        return DONE.matcher(plain).find() && !plain.contains("taken") || !isRefusal(assistant) && !plain.strip().endsWith("?");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
