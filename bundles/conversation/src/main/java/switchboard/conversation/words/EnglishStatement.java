package switchboard.conversation.words;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an English statement, whole as a sentence, leaves open what the caller wants: who calls a company and tells only
 * how things are goes on to what should be done, and who wants something booked goes on to when.
 */
final class EnglishStatement {

    private static final Set<String> SPEAKERS = Set.of("i", "we", "my", "our");
    private static final Set<String> SUBJECTS = Set.of("i", "we", "my", "our", "i'm", "we're", "i've", "we've", "there");
    private static final int FRAGMENT_WORDS = 3;

    private static final String HOUR = "(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}|half|quarter|noon|midnight)";
    private static final Pattern TIME = find("(at|by|around|about|from|before|after|until|till) (about |around )?" + HOUR + "|half past|quarter (to|past)|o'clock|[ap]m|\\d{1,2} \\d{2}"
            + "|morning|noon|afternoon|evening|tonight|to night|lunch|breakfast|dinner ?time|now|as soon as|immediately|right away|weekend|any ?time");
    private static final Pattern DAY = find("to ?-?day|to ?-?morrow|(mon|tues|wednes|thurs|fri|satur|sun)day|next week"
            + "|january|february|march|april|may|june|july|august|september|october|november|december");

    private static final Pattern BARE_HOUR = find(HOUR);
    private static final Pattern NO_MATTER_WHEN = find("any|whenever|soon|earliest|latest|early|late|matter|flexible|you (say|choose|like|have)");

    private static final Pattern WISH = find("(i|we)('d| would)?( also| really| just)? (like|love|prefer|want|need|wanted|have to|must)"
            + "|(i'm|i am|we're|we are) (just )?(looking for|calling (to|about|for)|here (to|for))"
            + "|(can|could|may) (i|we|you)|please|let's|let us");
    /** To be booked, and so for some time. */
    private static final String BOOKED = "book|reserve|reservation for|make an? (appointment|reservation|booking)"
            + "|(need|want|like|get|have|reserve) an? (table|room|appointment|slot|taxi|court)|come|drop (by|in)|stop by|visit|stay";
    private static final Pattern BOOKING = find(BOOKED);
    /** What is done to something that both know needs no more words. */
    private static final Pattern SETTLED_WISH = find("(cancel|change|move|postpone|return|exchange|pay|pick up|collect|speak|talk|complain|confirm|check|extend|renew) .*"
            + "|(my|our|your|the|this|that|these|those|mine|it|them) ?\\S*$|(for|with|about|from|in|at|on|to) (my|our|your|the|me|us|an?) \\S+.*|prefer .*");
    private static final Pattern SOMEBODY = find("(somebody|someone|anybody|anyone|something|anything)$");
    private static final Pattern TROUBLE = find("problem|question|complaint|trouble|lost|forgot|left my|left our|stolen|missing|broken|wrong|pain|hurts?|\\S*ache|doesn't|don't|didn't|isn't|can't|won't"
            + "|stopped|never|fell");
    private static final Pattern REACTION = Pattern.compile("(yes|yeah|no|nope|okay|ok|sure|well|right|great|fine|that|that's|this|it's"
            + "|i think|i guess|i hope|i believe|i'd rather|we'd rather|i would rather|we would rather|i'll|we'll take|thanks?|hello|hi|good)\\b.*");
    private static final Pattern ABLE = Pattern.compile("(i|we)('ll| will| can| could) .*");
    /** To a wish that is known already. */
    private static final Pattern ADDITION = find("also|too$|as well");

    private static final Pattern BOOKING_REQUEST = find("((can|could|may|might|shall) (i|we|you|my|somebody|someone)|is it possible|would it be possible) (?!\\S+n't)((?!\\b(can|could|may|or|if)\\b).)*?("
            + BOOKED + "|(bring|drop) (it|him|her|them|(my|our) \\S+) (in|off|by|over|round)|(squeeze|fit|see|take) (me|us|him|her|somebody|someone))");
    private static final Pattern MOVE = find("(can|could|may|might) (i|we|you) (please )?(move|change|postpone|push|put|shift|make|reschedule)");
    private static final Pattern MOVED = find("(to|by) \\S+|back|forward|later|earlier|sooner|instead|until|rather");
    private static final Pattern AVAILABLE = find("((is|are) there|(do|have|would) you( still)? (have|got)?) ?(an?|any|some|still)( \\S+)? (tables?|rooms?|appointments?|slots?|space|spaces|places?|courts?|seats?|tickets?|spots?|availability|anything)");

    private EnglishStatement() {
    }

    /**
     * Whether something is open.
     *
     * @param words of the utterance
     * @param plain the same, in one piece
     */
    static boolean leavesOpen(List<String> words, String plain) {
        boolean sentence = words.size() > FRAGMENT_WORDS || words.size() == FRAGMENT_WORDS && SUBJECTS.contains(words.get(0));
        if (!sentence || REACTION.matcher(plain).matches() || ADDITION.matcher(plain).find()) {
            return false;
        }
        if (!WISH.matcher(plain).find()) {
            return !TROUBLE.matcher(plain).find() && !TIME.matcher(plain).find();
        }
        if (BOOKING.matcher(plain).find()) {
            return booksWithoutTime(plain);
        }
        return SOMEBODY.matcher(plain).find() || !SETTLED_WISH.matcher(plain).find();
    }

    /** "I'd like to book a table, please." */
    static boolean booksWithoutTime(String plain) {
        return WISH.matcher(plain).find() && BOOKING.matcher(plain).find() && !TIME.matcher(plain).find();
    }

    /** Whether a request or a question leaves open for when: "Can I get a table?" Who asks so mostly says it, too. */
    static boolean asksWithoutTime(String plain) {
        if (TIME.matcher(plain).find()) {
            return false;
        }
        return (BOOKING_REQUEST.matcher(plain).find() || MOVE.matcher(plain).find()) && !MOVED.matcher(plain).find()
                || AVAILABLE.matcher(plain).find() && !DAY.matcher(plain).find();
    }

    /** Whether it tells for when: a day alone does not. */
    static boolean tellsWhen(String plain) {
        return TIME.matcher(plain).find() || !DAY.matcher(plain).find() && (BARE_HOUR.matcher(plain).find() || NO_MATTER_WHEN.matcher(plain).find());
    }

    /** Whether somebody tells how things are, instead of what was asked for: "I work until five." */
    static boolean isAbout(List<String> words, String plain) {
        return SPEAKERS.contains(words.get(0)) && !WISH.matcher(plain).find() && !ABLE.matcher(plain).matches();
    }

    private static Pattern find(String alternatives) {
        return Pattern.compile("(?<!\\S)(" + alternatives + ")(?!\\S)");
    }
}
