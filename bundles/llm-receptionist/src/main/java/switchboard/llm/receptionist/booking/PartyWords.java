package switchboard.llm.receptionist.booking;

import static switchboard.llm.receptionist.booking.Numbers.NUMBER;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many come: "for four", "the four of us", "my wife and I", "two adults and three kids". */
final class PartyWords {

    /** Behind it a number is a time, a length or a price. */
    private static final String OTHER = "(?![ -]?(?:o'?clock|pm|am|a m|p m|thirty|fifteen|forty|twenty|ten|fifty|in the (?:morning|evening|afternoon)|at night|sharp|days?|weeks?|hours?|minutes?|months?|years?|euros?|pounds?|dollars?|courses?|bikes?|:\\d|th|nd|rd|st|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\\b)";
    private static final String YOUNG = "(?:kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|infants?|teenagers?|youngsters?|little ones?)";
    private static final String PEOPLE = "(?:people|persons?|guests?|of us|pax|diners?|heads?|folks|seats?|places|ladies|gentlemen|men|women|grown[- ]?ups?|adults?|friends?|colleagues?|visitors?|patients?)";
    private static final String ONE = "wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|friend|mother|mom|mum|father|dad|brother|sister|son|daughter|boss|colleague|mate|aunt|uncle|cousin"
            + "|grandmother|grandma|grandfather|grandpa|client|customer|date|child|kid|baby|neighbou?r|guest|boy|girl";
    private static final String MANY = "friends|brothers|sisters|sons|daughters|colleagues|mates|cousins|clients|customers|children|kids|babies|neighbou?rs|guests|boys|girls|others";

    private static final Pattern GROUPS = Pattern.compile("\\b(" + NUMBER + "|a|an) (?:small |little |more )?(?:(?:people|persons?|guests?|grown[- ]?ups?|adults?|of us|" + YOUNG + "))\\b");
    private static final Pattern ADDED = Pattern.compile(".*\\b(?:" + NUMBER + "|a) (?:adults?|grown[- ]?ups?|people|persons?|guests?|of us)(?: (?:and|plus|with|as well as))? (?:" + NUMBER + "|a|an) (?:small |little )?" + YOUNG + "\\b.*");
    private static final List<Pattern> DIRECT = List.of(
            direct("\\b(?:" + NUMBER + " (?:or(?: maybe| perhaps)?|to|maybe|perhaps|possibly) )?(" + NUMBER + ") (?:adults? |grown[- ]?ups? )?" + PEOPLE + "\\b"),
            direct("\\b(?:party|group|family) (?:of|with) (" + NUMBER + ")" + OTHER),
            direct("\\b(?:for|of) (?:us |the |all |about |around |maybe |just |only |probably )*(" + NUMBER + ")" + OTHER),
            direct("\\b(?:we're|we are|we'll be|we will be|we would be|we'd be|there are|there're|there'll be|there will be|there's|us|(?:can|could|may|might|would|will|shall) (?:we|there) be|we (?:can|could|may|might|would) be|and be) (?:all |about |around |just |only |now |actually |probably |going to be )*(" + NUMBER + ")" + OTHER),
            direct("\\b(?:so|that makes|that's|makes it|now|then) (" + NUMBER + ")(?: (?:then|now|please|in total|altogether|all together|in all))*$"),
            direct("\\b(" + NUMBER + ") (?:in total|altogether|all together|in all)\\b"),
            direct("^(" + NUMBER + ") for (?:dinner|lunch|brunch|breakfast|supper)\\b"),
            direct("^(" + NUMBER + ") (?=for " + IntentWords.TIMEY + "\\b)"),
            direct("\\b(" + NUMBER + ")[- ](?:person|seat|top)\\b"));
    /** "Four on Sunday", "four, maybe five": the last of the numbers that stand before anything else. */
    private static final Pattern ANSWER = direct("^(?:(?:" + NUMBER + "(?= (?:or|maybe|perhaps|probably|let's|um+|uh+)\\b)|um+|uh+|oh|just|only|about|around|maybe|probably|perhaps|or|let's say|i think|like|well|so|hm+) )*(" + NUMBER + ")" + OTHER);
    /** How many more, or fewer, than was said before. */
    private static final Pattern MORE = Pattern.compile("\\b(?:(" + NUMBER + "|an?|another|some\\w+) )?(?:more|extra|additional|further|other) (?:people|persons?|guests?|friends?)\\b|\\bplus (one|two|three)\\b");
    private static final Pattern FEWER = Pattern.compile("\\b(" + NUMBER + ") (?:(?:people|persons?|guests?) )?(?:less|fewer)\\b|\\b(" + NUMBER + ") of us (?:can't|cannot|won't)\\b");
    private static final Pattern TWO = direct("\\b(?:both of us|the pair of us|a couple(?: of (?:people|us))?|me and one other|me plus one)\\b");
    private static final Pattern ALONE = direct("\\b(?:just|only) (?:for )?(?:me|myself|one|1)\\b|\\b(?:by myself|on my own|alone|for myself|for me(?: only)?$|solo|single person)\\b");
    private static final Pattern MYSELF = Pattern.compile(".*\\b(?:(?:" + ONE + "|" + MANY + "|parents|grandparents|in-laws) (?:and|plus) (?:i|me|myself)|(?:me|i|myself) (?:and|plus|my|our)|for me .*and|(?:tak|treat|invit|surpris)(?:e|ing)? (?:my|our) (?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?)|with (?:my|a|an|our|" + NUMBER + "))\\b.*");
    private static final Pattern COMPANION = Pattern.compile("\\b(?:(" + NUMBER + ") )?(?:small |little |best |old |good |other )?(?:(" + ONE + ")|(" + MANY + ")|(parents|grandparents|in-laws))\\b");

    /** "The three of us, plus my mother." */
    private static final Pattern PLUS = Pattern.compile("^ plus (?:my|our|an?|the) " + COMPANION.pattern());
    /** "Our two kids are coming too." */
    private static final Pattern JOINS = Pattern.compile(".*\\b(?:(?:is|are|will be|might|may|wants? to|would like to|will) (?:also )?(?:be )?(?:com(?:e|ing)|join(?:ing)?)|(?:com(?:es?|ing)|join(?:s|ing)?) (?:too|along|us|as well|with us)|bring(?:ing)?)\\b.*");

    /** "We're six", which can be nothing else. */
    private static final Pattern OF_US = Pattern.compile(".*\\b(?:we're|we are|we'll be|we will be|there are|there'll be|there will be|(?:can|could|may) we be) (?:all |only |just |now |about |actually )*(?:" + NUMBER + ")" + OTHER + ".*");

    /** The only number of an answer, if it is no hour: "right, then it's just eight, my sister isn't coming". */
    private static final Pattern ONLY = Pattern.compile("(?<!\\b(?:at|around|about|by|past|to|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}) )\\b(" + NUMBER + ")" + OTHER + "(?! (?:moment|second|sec|question|thing)\\b)");

    private PartyWords() {
    }

    /**
     * @param rest without the words that it was found in, so that no one takes them for a time
     */
    record Found(int party, String rest) {}

    /**
     * The number of people and what else was said; 0 people if none were named.
     *
     * @param before how many were named earlier, for "one more"; 0 if none were
     */
    static Found find(String plain, int before) {
        Optional<Matcher> more = before == 0 ? Optional.empty() : found(MORE, plain);
        Optional<Matcher> fewer = before == 0 ? Optional.empty() : found(FEWER, plain);
        Matcher others = MORE.matcher(plain);
        if (before == 0 && others.find()) {
            // "One more person" alone: how many that makes only they know who remember how many there were.
            Found some = find(cut(plain, others));
            return new Found(some.party() == 0 ? 0 : some.party() + count(others), some.rest());
        }
        Matcher away = FEWER.matcher(plain);
        if (before == 0 && away.find()) {
            return find(cut(plain, away));
        }
        if (more.isPresent() || fewer.isPresent()) {
            Found total = find(cut(plain, more.or(() -> fewer).get()));
            return total.party() > 0 ? total : new Found(before + more.map(PartyWords::count).orElseGet(() -> -count(fewer.get())), total.rest());
        }
        Found named = find(plain);
        int company = before > 0 && named.party() == 0 && JOINS.matcher(plain).matches() ? companions(plain) : 0;
        return company > 0 ? new Found(before + company, COMPANION.matcher(plain).replaceAll(" ")) : named;
    }

    /** Whether a number in it is one of people, whatever was asked for. */
    static boolean isOfUs(String plain) {
        return OF_US.matcher(plain).matches();
    }

    /** What was said when the number was asked for: then one that opens it counts, as in "four on Sunday". */
    static Found answer(String plain, int before) {
        Found found = find(plain, before);
        Matcher opens = ANSWER.matcher(plain);
        if (found.party() > 0) {
            return found;
        }
        List<MatchResult> numbers = ONLY.matcher(plain).results().toList();
        return opens.find() ? find("for " + plain.substring(opens.start(1)), before) : numbers.size() == 1 ? find("for " + plain.substring(numbers.get(0).start(1)), before) : found;
    }

    private static Optional<Matcher> found(Pattern pattern, String plain) {
        return Optional.of(pattern.matcher(plain)).filter(Matcher::find);
    }

    private static int count(Matcher number) {
        String words = number.group(1) == null ? number.group(2) : number.group(1);
        return words == null ? 1 : Numbers.value(words).orElse(1);
    }

    /** @return the number of people and what else was said; 0 people if none were named */
    static Found find(String plain) {
        if (ADDED.matcher(plain).matches()) {
            return new Found(sum(plain), GROUPS.matcher(plain).replaceAll(" "));
        }
        int company = MYSELF.matcher(plain).matches() ? companions(plain) : 0;
        if (company > 0) {
            return new Found(company + 1, COMPANION.matcher(plain).replaceAll(" "));
        }
        for (Pattern pattern : DIRECT) {
            Matcher found = pattern.matcher(plain);
            if (found.find()) {
                OptionalInt number = Numbers.value(found.group(1));
                if (number.orElse(0) > 0) {
                    Matcher plus = PLUS.matcher(plain.substring(found.end()));
                    return plus.find() ? new Found(number.getAsInt() + companions(plus.group()), plain.substring(0, found.start()) + " , " + plus.replaceFirst(""))
                            : new Found(number.getAsInt(), cut(plain, found));
                }
            }
        }
        return without(TWO, 2, plain, without(ALONE, 1, plain, new Found(0, plain)));
    }

    private static Found without(Pattern pattern, int party, String plain, Found otherwise) {
        Matcher found = pattern.matcher(plain);
        return found.find() ? new Found(party, cut(plain, found)) : otherwise;
    }

    private static String cut(String plain, Matcher found) {
        return (plain.substring(0, found.start()) + " , " + plain.substring(found.end())).strip();
    }

    private static int sum(String plain) {
        int sum = 0;
        for (Matcher group = GROUPS.matcher(plain); group.find(); ) {
            sum += Numbers.value(group.group(1)).orElse(1);
        }
        return sum;
    }

    private static int companions(String plain) {
        int sum = 0;
        for (Matcher companion = COMPANION.matcher(plain); companion.find(); ) {
            int atLeast = companion.group(2) == null ? 2 : 1;
            sum += companion.group(1) == null ? atLeast : Numbers.value(companion.group(1)).orElse(atLeast);
        }
        return sum;
    }

    private static Pattern direct(String regex) {
        return Pattern.compile(regex);
    }
}
