package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import switchboard.llm.receptionist.acts.Clauses;

/**
 * Tells a wish ("could we come on Friday at eight?") from a question about the rules ("how far ahead can I book?"), which
 * the documents answer.
 */
final class IntentWords {

    private static final String OBJECT = "(?:bookings?|reservations?|appointments?|tables?|slots?|visit|check-? ?up|spot)";
    private static final String SERVICE = "(?:check-? ?up|cleaning|filling|whitening|treatment|consultation|haircut|hair cut|inspection|repair|fitting|service|massage|session|tune-? ?up)";
    static final String ORDINAL = "(?:twenty |thirty )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth";
    /** A day or a time is named. */
    static final String TIMEY = "(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december"
            + "|next (?:week|month)|this (?:week|evening|afternoon|morning)|week-?end|o'?clock|noon|midday|midnight|half past|quarter (?:past|to)|at (?:about |around )?" + Numbers.NUMBER
            + "|\\d{1,2} ?[ap]m|\\d{1,2}:\\d\\d|" + Numbers.NUMBER + " [ap]m|christmas|new year's|the " + ORDINAL + "(?: of)?)";
    private static final String WISH = "(?:(?:i|we)(?:'d| would|'ll| will)? (?:like|love|want|need|wish|prefer|take)|(?:i|we)(?:'m|'re| am| are) (?:looking|hoping|trying|calling|phoning|planning|thinking|wanting)|i have to|we have to|i'd|we'd"
            + "|please|wanna|let me|let's|i (?:wanted|was hoping|must|got to)|looking (?:for|to)|can you|could you|would you|any chance|is it possible|would it be possible|i was wondering|i wonder)";
    /** "We've a table on Friday": there is one already, and "can we have a table" wants one. */
    private static final String HAS = "(?<!(?:can|could|may|might|shall|should|would|if|do|have|did) )(?:i|we)(?:'ve| have|'ve got| have got| had) (?:an?|the|our|my) (?:\\S+ ){0,2}?" + OBJECT;
    private static final String CAN = "(?:can|could|may|might|shall) (?:i|we|she|he|they|my \\w+)";

    private static final Pattern POLICY = any("how (?:much|far|long|late|early|do|does|many|can|soon before)", "what happens", "what if", "do (?:i|we|people|guests|patients|you) (?:always )?(?:need (?:to|an?)|have to)", "for free", "fees?", "charges?", "deposits?",
            "costs?", "(?<!under )(?<!for )(?<!name is )(?<!name's )prices?", "policy", "(?:like|want|love) to know", "do you (?:take|accept|require|do|offer) (?:reservations|bookings|appointments|walk)", "without (?:a |an |any )?(?:reservation|booking|appointment|cost)",
            "necessary", "in advance", "ahead", "until when", "up to when", "is there an? (?:private|minimum|maximum|fee)", "what(?:'s| is) (?:the|your) (?!next|first|earliest)");
    private static final Pattern CANCEL = any("cancel(?:ling|led|ing|ed)?\\b.*\\b(?:my|our|the|it|that|this|" + OBJECT + ")", WISH + " (?:\\w+ )?(?:to )?cancel", "(?:i|we)(?:'ll| will|'m going to| am going to|'re going to) (?:\\w+ )?(?:have|need) to cancel", "(?:my|our|the) " + OBJECT + ".*\\bcancel(?:led|ed)?", "call(?:ing)? off", "^cancel(?: please)?$",
            "(?:can't|cannot|can not|won't|couldn't|not going to|not gonna|won't be able to|unable to|not able to) (?:make it|make (?:my|our|the)|keep|attend|be (?:there|coming)|come|use)", "(?:can't|cannot|won't) make (?:it )?(?:on )?" + TIMEY, "(?:don't|do not|no longer|won't be|will not be|not going to be|not) need(?:ing)? (?:my|our|the) (?:\\w+ )?" + OBJECT,
            "(?:i'm|we're|i am|we are) not (?:coming|going to come|able to come)", "take (?:my|our|the) (?:\\w+ )?" + OBJECT + " out", "(?:remove|erase|delete|drop|scrap|get rid of|undo|withdraw|take off) (?:my|our|the) (?:\\w+ )?" + OBJECT);
    private static final Pattern MOVE = any("(?:move|reschedule|postpone|shift|push|put off|delay)\\b.*\\b(?:my|our) (?:\\S+ ){0,2}?" + SERVICE, "(?:move|reschedule|re-schedule|rebook|postpone|shift|swap|push|put off|delay|change|alter|amend|modify|update|switch|adjust)\\b.*\\b(?:my|our|the|this|that|an existing|a) (?:\\S+ ){0,3}?(?:" + OBJECT + "|time|date|day|dinner|lunch)",
            "(?:move|reschedule|postpone|push|shift|change|switch) (?:it|that|this|us|me)\\b", "reschedul\\w+", "rebook", "postpone\\w*", "bring forward", "bring (?:my|our|the|it) (?:\\S+ )?forward", "(?:come|arrive|be there) .*\\binstead of", "(?:have|got|made|had) an? (?:\\S+ ){0,2}?" + OBJECT + ".*\\b(?:but|(?:and|now) (?:we|there|it)(?:'re| are| will be|'ll be|'s))\\b", "(?:i|we) (?:have )?booked\\b.*\\b(?:but|now)", "(?:my|our) (?:\\S+ ){0,3}?" + OBJECT + ".*\\b(?:earlier|later|another (?:day|time)|different (?:day|time)|instead|moved|changed)",
            "come (?:by )?(?:half an hour|an? (?:hour|day|week|bit|little)|" + Numbers.NUMBER + " (?:hours|minutes|days)) (?:earlier|later)", "(?:change|alter|amend|modify) (?:\\w+ )?" + OBJECT, "come (?:earlier|later) than (?:booked|planned)", "(?:" + HAS + "|(?:i'm|we're|i am|we are|i|we|i've|we've|i have|we have) booked)\\b.*\\b(?:(?:can|could) (?:i|we|you) (?:please )?(?:come|make|have|do|get|bring)|possible to (?:come|make|have|do|get)|instead|rather than|(?:i'd|we'd|i would|we would) (?:rather|prefer to) (?:come|have|do|make|go)|but|later|earlier|(?:we're|we are|we'll be|we will be|there are) (?:now )?" + Numbers.NUMBER + ")",
            "(?:my|our) (?:\\S+ ){0,2}?" + OBJECT + ".*\\b(?:make (?:it|that)|(?:(?:will|'ll) (?:now )?be|there's|are) (?:now )?" + Numbers.NUMBER + ")", "booked\\b.*\\b(?:make|change|move|shift) (?:it|that|this)", "(?:can|could|may|might) (?:my|our) (?:\\S+ ){0,2}?" + OBJECT + ".*\\bbe (?:at|on)\\b.*" + TIMEY);
    private static final Pattern INSTEAD = any("move", "reschedul\\w+", "instead", "another (?:day|time)", "different (?:day|time)", "change", "can (?:i|we) (?:do|come|make|have)", "could (?:i|we) (?:do|come|make|have)", "postpone");
    /** Some stay away, and the others come. */
    private static final Pattern FEWER = any(Numbers.NUMBER + " (?:of us |person |people |friends? )?(?:can't|cannot|can not|won't|isn't|is not|aren't|are not|couldn't)", "(?:only|just|down to|now) " + Numbers.NUMBER + "(?: of us| people)?$", Numbers.NUMBER + " (?:less|fewer)");
    private static final Pattern FIND = any("(?:do|have) (?:i|we) (?:still |already )?(?:have|got)(?: an?| any| the)? (?:\\S+ ){0,2}?" + OBJECT, "(?:when|what time|what day|which day|for when|for what time|what date) (?:is|was|are|exactly is) (?:my|our) (?:\\S+ ){0,3}?" + OBJECT,
            "(?:when|for when|what time|what day) (?:did|do|have|am|are) (?:i|we) (?:book|reserve|have|booked|made|due|coming|scheduled|reserved|make)", "(?:is|what's|what is|what was|when's) (?:the (?:time|date|day) (?:of|for) )?(?:my|our) (?:\\S+ ){0,2}?" + OBJECT,
            "(?:check|find|confirm|look up|look for|verify|see|know|tell me|remember|forgot(?:ten)?|double check|sure|remind me)\\b.*\\b(?:my|our|i have|we have|i've|we've|i made|we made) (?:\\S+ ){0,3}?" + OBJECT,
            "(?:forgot(?:ten)?|remember|check|tell me|know|sure|confirm|remind me)\\b.*\\b(?:when|what time|what day|which day)\\b.*\\b(?:my|our|his|her) (?:\\S+ ){0,3}?(?:" + SERVICE + "|vaccination|jab|colouring|lesson|class|dinner|lunch)", "(?:when|what time|what day|which day)(?: is|'s| was) (?:my|our|his|her) (?:\\S+ ){0,3}?(?:" + SERVICE + "|vaccination|jab|colouring|lesson|class)", "(?:already|got) (?:got )?one booked", "when (?:i'm|i am|we're|we are|was i|am i|are we|were we) (?:booked|due|scheduled)", "when (?:was|am) (?:i|we) (?:coming|booked|due|scheduled)", "did (?:my|our) " + OBJECT, "(?:have you(?: got)?|do you have|is there|you have) an? (?:booking|reservation|appointment|table) (?:for|under|from|in the name of|on the name of) (?!" + Numbers.NUMBER + "|us\\b|me\\b|my\\b|the\\b|an?\\b|him\\b|her\\b|this\\b|later\\b|lunch|dinner|" + TIMEY + ")\\S+", "did (?:i|we|my \\w+|you) (?:make|book|get|reserve|receive)", "have (?:i|we|you) (?:booked|made|reserved)", "is there (?:already )?an? (?:booking|reservation|appointment|table) (?:under|in|booked)", "(?:should|must) be an? " + OBJECT, "(?:what|which|any) " + OBJECT + " do (?:i|we) have", "(?:calling|ringing|phoning|it's|it is|this is|here) (?:about|regarding|concerning) (?:my|our) (?:\\S+ ){0,2}?(?:" + OBJECT + "|" + SERVICE + ")");
    /** "When do I have to come?" asks for one's own time, not for a rule. */
    private static final Pattern DUE = any("(?:when|what time|what day|which day) (?:do|am|are|must|should|shall|was|were) (?:i|we) (?:(?:have|need|got|supposed|meant|expected|due) to )?(?:come|be (?:there|here|in|with you)|show up|turn up|appear|visit)(?: in| again| exactly| to you)?$");
    /** "What time was that again?" */
    private static final Pattern AGAIN = any("^(?:sorry )?(?:what time|what day|which day|when) (?:was|is) (?:that|it|the table|the appointment|the reservation|the booking)(?: again| booked)?$");
    /** "Gluten free" is no time. */
    private static final Pattern FREE_OF = Pattern.compile("\\b(gluten|dairy|lactose|milk|egg|nut|wheat|soya?|sugar|fat|meat|alcohol|caffeine|smoke|barrier|step|pain|toll|tax|duty)s?[ -]free\\b");
    private static final Pattern FREE = any("(?:is|are) (?:there )?(?!an? (?:\\w+ )?room (?:just |only )?for us\\b)(?:a |an |any |the |still |some )*(?:\\w+ )?(?:tables?|slots?|appointments?|spots?|seats?|space|places?|times?|anything|something|room|availability)\\b.*(?:\\bfree\\b|available|\\bleft\\b|\\bopen\\b|for (?:us|" + Numbers.NUMBER + ")|" + TIMEY + ")",
            "(?:do|would|have|did) you (?:\\w+ )?(?:have|got)? ?(?:a |an |any |some |still |free |available |the )*(?:tables?|slots?|appointments?|spots?|seats?|space|places?|anything|something|room|availability|openings?|times?)\\b.*(?:\\bfree\\b|available|\\bleft\\b|\\bopen\\b|for (?:us|(?:the )?" + Numbers.NUMBER + ")|" + TIMEY + ")",
            "(?:got|have you) (?:a |an |any)(?:thing|tables?|slots?|appointments?|space|room)?\\b.*" + TIMEY, "(?:chance|if|whether) you(?:'ve|'d| have| would)(?: got| have)? (?:an? |any |some |still )*(?:tables?|slots?|appointments?|space|room|anything|something)\\b.*(?:for (?:us|" + Numbers.NUMBER + ")|" + TIMEY + ")",
            "what have you (?:got )?(?:for|on|at|around|about)\\b.*(?:" + TIMEY + "|" + Numbers.NUMBER + ")", "availability", "any (?:openings?|free|availability|vacanc)", "what(?:'s| is| do you have| have you got)(?: still)? (?:free|available|open)(?! on the menu)",
            "(?<!my )(?<!our )(?:next|earliest|first) (?:available|free|possible|appointment|slot|opening)", "what (?:times?|slots?|days?|appointments?|tables?|hours?) (?:do you have|have you|are (?:there|free|available|left|still|possible)|is (?:free|available))",
            "(?:when|what time|how soon) (?:could|can|may|would) (?:i|we) (?:come|get|have|be seen|see|bring|drop|book)", "when (?:do|would|could) you have", "when (?:is|are) (?:there|a|the|you).*(?:\\bfree\\b|available)",
            "is (?!(?:it|that|this) (?:also |all |really )?free$).{0,60}\\b(?:free|available|possible|still open|taken)(?: for.*)?$", "are (?:you|all).*\\b(?:free|available|fully booked|booked up|booked out|full)\\b.*" + TIMEY, "(?:" + TIMEY + ").*\\b(?:is|are) (?:there|you|anything|something).*\\b(?:free|available|full|booked)");
    private static final Pattern VERB = any("book", "reserve", "schedule", "make an? (?:\\S+ )?(?:reservation|booking|appointment)", "set up", "arrange");
    private static final Pattern BOOK = any(WISH + " (?:to (?:have|book|make) )?one\\b.*" + TIMEY, "^(?:we are|we're|we'd be|there are|there'd be|there would be)\\b.*\\b" + Numbers.NUMBER + " (?:people|persons|guests|of us|adults)\\b", "(?:" + WISH + ") (?:to )?(?:eat|dine|have (?:dinner|lunch|a meal)) (?:at yours|at your (?:place|restaurant)|with you|here|there)\\b",
            "(?:can|could|would) (?:you|somebody|someone|anybody|anyone|one of you) (?:\\w+ )?(?:have|take) a look at (?:it|this|them|him|her|my|our)\\b", "^(?:please )?(?:book|reserve|schedule)\\b", "(?:" + WISH + "|" + CAN + "|want|to)\\b.*\\b(?:book|reserve|schedule)\\b(?!.*\\bi know\\b)",
            "(?:make|do|set up|arrange|get|have|need|want|like|take|place|for|about|looking for|of) (?:me |us |myself )?(?:a|an|another|your|one) (?:\\S+ ){0,3}?(?:reservation|booking|appointment|table|slot|spot)\\b",
            "(?:need|want|like|time for|due for|overdue for|up for|looking for|booked? in for|in for) (?:me |us )?(?:a|an|another|my) (?:\\S+ ){0,2}?" + SERVICE, "^(?:a |an |the |just a )?" + SERVICE + " (?:for|on|at|please|" + TIMEY + ")", "(?:put|pencil|write|sign|book) (?:me|us|him|her|them) (?:down|in|up)", "(?:fit|squeeze|slot|book) (?:\\S+ ){1,3}?in\\b",
            "^(?:hi |hello |hey |yes |um |uh |so |okay |well |good \\w+ )*(?:a |the |one |just a )?(?:table|reservation|booking|appointment)(?: for| on| at| tonight| tomorrow| please|$)",
            "(?:" + WISH + "|" + CAN + ")\\b.*\\b(?:come (?:in|by|over|to see|to you)|drop (?:in|by)|stop by|pop in|be seen|see (?:the|a|your|my|doctor|dr|someone)|bring (?:it|(?:in )?(?:my|our|the|a) (?!dog|pet|kid|child|cat|own|baby|wine|cake|food).*(?:in|by|over|round)\\b)|bring in|drop (?:(?:it|them|(?:my|our) (?:\\S+ ){0,2}?(?:bike|bicycle|car|dog|cat|laptop|shoes?|watch)) )?off|leave (?:it|them|(?:my|our|the) (?:bike|bicycle|car|dog|cat|laptop|shoes?|watch)) )",
            "(?:need|want|like|have|get) (?:to (?:have|get) )?(?:it|this|that|them|(?:my|our|the|a) \\S+(?: \\S+)?) (?:looked at|repaired|fixed|checked|inspected|serviced|cleaned|cut|done)");
    private static final Pattern COME = any("^" + Numbers.NUMBER + " for " + TIMEY, TIMEY + ".*\\b(?:for (?:the |us )?" + Numbers.NUMBER + "|" + Numbers.NUMBER + " (?:people|persons|of us|guests|adults))\\b(?! (?:hours?|minutes?|days?|weeks?|nights?|euros?|pounds?))", "^" + Numbers.NUMBER + " (?:people|persons|of us|adults|for (?:dinner|lunch|brunch|breakfast|supper))\\b.*" + TIMEY, "(?:" + WISH + "|" + CAN + ")\\b.*\\b(?:come|eat|dine|dinner|lunch|brunch|sit|have|get|fix|repair|inspect|service|look at|see|bring|visit|celebrate|do)\\b.*" + TIMEY, TIMEY + ".*\\b" + CAN + " (?:come|eat|have|get)\\b",
            "(?:for|of) (?:the )?" + Numbers.NUMBER + "(?: people| persons| of us)?\\b.*" + TIMEY, TIMEY + ".*\\bfor (?:the |us )?" + Numbers.NUMBER + "(?: people| persons| of us)?(?: please| thanks)?$",
            "(?:want|wanted|like|love|hope|wish)(?:ed|s)? to (?:come|eat|dine|have (?:dinner|lunch|brunch)|celebrate|drop by)\\b.*" + TIMEY);
    private static final Pattern DATED = any(TIMEY);
    private static final Pattern WANTS = any(WISH, CAN, "needs?", "want", TIMEY, "has to", "^(?:an? |the |just |yes |for )*\\S+(?: \\S+)? (?:please|for)");
    private static final Pattern ASKS = Pattern.compile("^(?:what|where|who|why|which|is|are|does|do you|have you)\\b.*");

    /** Whoever says what is wrong wants it put right. */
    private static final Pattern SYMPTOM = any("^(?:i|i've|my|we|our|she|he)\\b.*(?:hurts?|aches?|aching|broke|broken|pain|toothache|flat|puncture|doesn't work|does not work|won't start|is loose|(?:fell|fallen|came|come|coming|broken) (?:out|off|loose)|slipping|chipped|cracked|lost (?:a|my))");

    /** "Do you think you could do a table for three?" is no question about what there is. */
    private static final Pattern THINK = Pattern.compile("^(?:do you (?:think|reckon|suppose)|i wonder if|any chance(?: that)?) (you|we|i) (could|can|might|would)\\b");

    private IntentWords() {
    }

    /**
     * What is wanted, if it is one of the things that a tool does.
     *
     * @param kinds what the company books
     */
    static Optional<Intent> in(String said, List<String> kinds) {
        String plain = Speech.plain(said).replaceAll("^(?:(?:hi|hello|hey|yes|yeah|well|so|um+|uh+|okay|ok|and|good (?:morning|afternoon|evening|day)|there|actually|right|thanks|thank you|great|perfect) )+", "");
        plain = FREE_OF.matcher(THINK.matcher(plain).replaceFirst("$2 $1")).replaceAll("$1free");
        boolean due = hasClause(DUE, said);
        if (!due && POLICY.matcher(plain).find() && !plain.matches("(?:i'd|i would|we'd|we would) (?:like|love) to (?:book|reserve|make|cancel|move|change|come|reschedule).*")) {
            return Optional.empty();
        }
        boolean moves = MOVE.matcher(plain).find();
        // "Can I book for six, no, Tom can't make it, so five."
        boolean without = !plain.contains("cancel") && !moves && VERB.matcher(plain).find() && BOOK.matcher(plain).find();
        if (!without && CANCEL.matcher(plain).find()) {
            boolean another = !plain.contains("cancel") && (moves || INSTEAD.matcher(plain).find() || FEWER.matcher(plain).find());
            return Optional.of(another ? Intent.MOVE : Intent.CANCEL);
        }
        if (moves) {
            return Optional.of(Intent.MOVE);
        }
        if (due || FIND.matcher(plain).find() || AGAIN.matcher(plain).find()) {
            return Optional.of(Intent.FIND);
        }
        if (FREE.matcher(plain).find() && !VERB.matcher(plain).find()) {
            return Optional.of(Intent.FREE);
        }
        boolean asks = ASKS.matcher(plain).matches();
        boolean kind = !asks && !kinds.isEmpty() && (WANTS.matcher(plain).find() || SYMPTOM.matcher(plain).find() || hasClause(SYMPTOM, said)) && KindWords.in(plain, kinds).isPresent();
        boolean come = COME.matcher(plain).find() || DATED.matcher(plain).find() && PartyWords.find(plain).party() > 0;
        return BOOK.matcher(plain).find() || come && !asks || kind ? Optional.of(Intent.BOOK) : Optional.empty();
    }

    private static boolean hasClause(Pattern pattern, String said) {
        return Clauses.sentences(said).stream().flatMap(sentence -> Stream.of(sentence.split(","))).anyMatch(clause -> pattern.matcher(Speech.plain(clause)).find());
    }

    private static Pattern any(String... alternatives) {
        // A word that begins or ends with a letter stands alone; an alternative that is anchored carries its own anchor.
        return Pattern.compile("(?<![\\p{L}'])(?:" + String.join("|", alternatives) + ")(?![\\p{L}])");
    }
}
