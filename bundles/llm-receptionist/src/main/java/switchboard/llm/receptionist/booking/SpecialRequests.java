package switchboard.llm.receptionist.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.llm.receptionist.acts.Clauses;

/**
 * What staff should know of a booking beside its details: "by the window", "my wife is allergic to nuts", "with Doctor Ford".
 *
 * @param spoken the caller's own words, from a part of what a turn is in English and from all of that
 */
record SpecialRequests(BinaryOperator<String> spoken) {

    private static final String THINGS = "windows?|door|kitchen|bar|fire(?:place)?|toilets?|loos?|garden|river|sea|water|terrace|stage|wall|entrance|exit|radiator|heater|playground|play area|mirror|back|front";
    private static final Pattern PLACE = Pattern.compile("(?i)\\b(?:(?:an?|the|one|some) )?(?:(?:nice|quiet|small|big|round|table|tables|seat|seats|spot|place|somewhere|not(?: too)?) )*(?:by|near|next to|beside|close to|facing|away from|overlooking) (?:an?|the|one of the) (?:big )?(?:" + THINGS + ")\\b"
            + "|\\b(?:an? )?window (?:table|seat)\\b|\\b(?:outside|outdoors|inside|indoors|upstairs|downstairs)\\b(?! (?:the|of|your|my)\\b)|\\b(?:on|in|out on|out in) the (?:terrace|patio|garden|balcony|courtyard|conservatory|veranda|roof|deck|shade|sun)\\b"
            + "|\\b(?:somewhere|something|an?) (?:nice and |a bit |really )?quiet(?:er)?(?: (?:table|corner|spot|place))?\\b|\\ban? (?:corner|booth|round|high|big|long|private|separate)(?: (?:table|booth|room|corner|area))\\b|\\b(?:the|your) (?:private|separate|back|side) room\\b");
    private static final Pattern THING = Pattern.compile("(?i)\\b(?:(?:an?|one|two|three|the) )?(?:high|baby|booster|child) ?(?:chair|seat)s?(?: for (?:the|our|my|an?) (?:\\p{L}+ )?\\p{L}+)?\\b|\\ban? (?:travel )?cot\\b|\\b(?:an? )?(?:sign language )?interpreter\\b|\\ba (?:female|male|lady|woman|man) \\p{L}+\\b");
    private static final Pattern COMPANION = Pattern.compile("(?i)\\b(?:with|bring|bringing|have|got|there's|there is|there'll be|in) (?:an?|our|my|the|two|one) (?:(?:small|little|big|large|baby|guide|assistance|service|tiny|young|newborn|double) )*(?:dog|puppy|baby|pram|pushchair|buggy|stroller|wheelchair|walker|rollator|toddler|newborn)s?\\b");
    /** What is the matter, with whom it is: "one of us is in a wheelchair". */
    private static final Pattern CONDITION = Pattern.compile("(?i)(?:\\b(?:i|we|he|she|they|it|(?:my|our|the|his|her) \\p{L}+|(?:one|two|three) of us|somebody|someone)(?:'s|'m|'re| is| am| are| has| have)? (?:\\p{L}+ ){0,3}?)?(?:(?<= |^)(?:allerg\\w+|coeliacs?|celiacs?|intoleran\\w+)(?: to \\p{L}+(?:(?: and| or) \\p{L}+)?)?"
            + "|(?<=(?:am|is|are|'m|'s|'re) |a |all |both |strictly )(?:vegan|vegetarian|diabetic|pregnant|deaf|blind)s?\\b|can't (?:eat|do) (?:stairs|gluten|nuts|dairy|fish|meat|steps)|(?:my|our|his|her) (?:\\p{L}+'s )?(?:\\p{L}+tieth )?(?:birthday|anniversary|engagement|graduation)\\b(?! (?:present|party))|(?:very |really |a bit |quite )?nervous\\b|scared of \\p{L}+|crutches|wheelchair(?: user)?)");
    /** "With Doctor Ford", who cannot be chosen: capital letters tell a name. */
    private static final Pattern WHO = Pattern.compile("\\b[Ww]ith (?:[Dd]octor|[Dd]r\\.?|[Mm]ister|[Mm]rs?\\.?|[Mm]s|[Mm]iss)? ?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?|\\b(?:[Ss]ee|[Pp]refer|[Aa]sk for|[Hh]ave|[Ll]ike|[Ww]ant|[Gg]et) (?:[Dd]octor|[Dd]r\\.?|[Mm]ister|[Mm]rs?\\.?|[Mm]s|[Mm]iss) \\p{Lu}[\\p{L}'-]+|(?<=\\b[Cc](?:ould|an) (?:I|we) have )\\p{Lu}\\p{Ll}+(?=[?,. ]*(?:please|$|\\?))");
    private static final Pattern TELL = Pattern.compile("(?i)\\b(?:(?:tell|let) (?:them|him|her|the (?:chef|kitchen|team|doctor|waiter))(?: know)?|note(?: down)?|make a note|put (?:it )?down|write (?:it )?down|mention|add(?: a note)?)(?: that)?[:,]? (?!(?:me|us|it|that|this|my|the(?! \\p{L}+(?: (?:table|seat|chair))?\\W*$)|down|as|under|a name|name|another|one|\\p{L}+ (?:more|people|person))\\b)(?<rest>.{5,})");
    /** "Put me down for a loan bike", "the old tyres, write that down". */
    private static final Pattern DOWN = Pattern.compile("(?i)\\b(?:put|mark) (?:me|us) down for (?<what>(?!" + Numbers.NUMBER + " (?:people|o'clock|[ap]m)|" + IntentWords.TIMEY + ")[^?]{5,}?)(?:,? (?:will you|please|would you))?\\W*$|(?<before>.{5,}?),? (?:please )?(?:(?:can|could|will) you )?(?:please )?(?:write|note) (?:it|that|this) down\\b");
    private static final Pattern REQUEST = Pattern.compile("(?i)^\\W*(?:(?:and|but|so|also|um+|uh+|oh|yes|please|then|by the way)[ ,]+)*(?:is it possible to|would it be possible to|any chance (?:of|we could|i could)|(?:can|could|may|might) (?:i|we|he|she|they|you) (?:please |also |maybe |perhaps |just )*)(?:have|get|sit|be seated|request|ask for|make sure|arrange for|reserve|seat us)\\b(?: (?:it|us|me|that))?(?<rest> .{4,})");
    private static final Pattern QUESTION = Pattern.compile("(?i)^\\W*(?:(?:and|but|so|um+|uh+|oh|sorry|also) )*(?:do|does|did|is there|are|what|where|when|who|which|how|have you|is the|is your|is (?:it|that) (?!possible))\\b.*");
    private static final Pattern LEAD = Pattern.compile("(?i)^\\W*(?:(?:and|but|so|oh|um+|uh+|also|well|because|since|only|yes|no|that)[ ,]+)*");

    /**
     * What a turn tells, in the caller's words, each once.
     *
     * @param staff   who can be booked by name, so that asking for them is none
     * @param nothing whether the turn tells nothing else, so that any request is one
     */
    List<String> of(Heard turn, List<StaffMember> staff, boolean nothing) {
        List<String> told = in(turn.said()).stream().filter(request -> StaffWords.in(request, Optional.empty(), staff).who().isEmpty()).toList();
        List<String> all = told.isEmpty() && nothing ? asked(turn.said()).stream().toList() : told;
        return all.stream().map(request -> spoken.apply(request, turn.said())).toList();
    }

    /** Questions about what there is ask for nothing. */
    static List<String> in(String said) {
        List<String> found = new ArrayList<>();
        for (String sentence : Clauses.sentences(said.replace('’', '\''))) {
            boolean asks = QUESTION.matcher(sentence).matches();
            told(sentence).or(() -> asks ? Optional.empty() : condition(sentence)).ifPresent(found::add);
            if (!asks) {
                List.of(PLACE, THING, COMPANION, WHO).forEach(pattern -> pattern.matcher(sentence).results().map(one -> one.group().strip()).filter(one -> found.stream().noneMatch(other -> other.contains(one))).forEach(found::add));
            }
        }
        return found.stream().map(SpecialRequests::bare).distinct().toList();
    }

    /** What is asked for in a turn that tells nothing else: "could we have the same room as last time?" */
    static Optional<String> asked(String said) {
        return Clauses.sentences(said.replace('’', '\'')).stream().map(REQUEST::matcher).filter(Matcher::find).map(request -> bare(request.group("rest"))).findFirst();
    }

    private static Optional<String> told(String sentence) {
        Matcher down = DOWN.matcher(sentence);
        if (down.find()) {
            return Optional.ofNullable(down.group("what")).or(() -> Optional.of(down.group("before")));
        }
        Matcher tell = TELL.matcher(sentence);
        return tell.find() ? Optional.of(tell.group("rest")) : Optional.empty();
    }

    private static Optional<String> condition(String sentence) {
        return Clauses.of(sentence).stream().filter(clause -> !clause.endsWith("?")).map(CONDITION::matcher).filter(Matcher::find).map(Matcher::group).findFirst();
    }

    private static String bare(String words) {
        return LEAD.matcher(words).replaceFirst("").replaceAll("[\\s.,!?;]+$", "").strip();
    }
}
