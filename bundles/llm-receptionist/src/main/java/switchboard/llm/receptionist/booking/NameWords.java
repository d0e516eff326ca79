package switchboard.llm.receptionist.booking;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import switchboard.llm.receptionist.acts.Clauses;

/** The caller's name: announced ("my name is …", "under …"), spelled ("M I double L E R"), or alone as an answer. */
final class NameWords {

    private static final int LONGEST = 4;
    /** Words of a name that is told alone. */
    private static final int MOST_OF_AN_ANSWER = 3;
    /** Letters in which two names differ that are taken for each other. */
    private static final int MOST_CORRECTED = 2;
    private static final Pattern ANNOUNCED = Pattern.compile("(?i)\\b(?:(?:my|the|our|last|first|family|sur)? ?name(?:'s| is| was| will be| would be| to| should be)(?: actually| now)?|(?:under|in|on) (?:the|my) name(?: of)?|under|name of|(?:for|it is|it's) (?:mister|mrs|misses|ms|miss|doctor|mr)\\.?"
            + "|(?:put|write|note) down|(?:put|write|note|book|reserve) (?:it |me |us |that )?down (?:as|under)|(?<!(?:with|see|to|at|by|from) )(?:mister|mrs|mr|ms)\\.?|this is|my wife's name is|my husband's name is|i am called|call(?:ed)? me|booked (?:it )?(?:as|by)|spell(?:ed|t|ing is)?|(?:hi|hello|hey)[, ]+(?:there[, ]+)?(?:it's|i'm|i am|it is|here's)|name)[,:]? (.+)");
    /** "It's for Schneider": only with a capital letter, since "it's for lunch" is no name. */
    private static final Pattern FOR = Pattern.compile("\\b[Ff]or ((?:\\p{Lu}[\\p{L}'-]+\\s?){1,3})");
    /** "A table for two on Friday, Anna Miller." */
    private static final Pattern AT_THE_END = Pattern.compile("[,.?]\\s*((?:\\p{Lu}[\\p{L}'-]+\\s?){1,3})(?:[.!]?\\s*$|,|[.!]\\s*(?i:no|without|and|my|the|i|phone)\\b.*\\b(?:phone|telephone|number|one)\\b)");
    /** "A table for two on Friday for keller", as a recogniser writes it: the last word, if it is no common one. */
    private static final Pattern LAST_WORD = Pattern.compile("^\\S+ \\S+ \\S+ .*\\bfor ([\\p{Ll}'-]{3,}(?: [\\p{Ll}'-]{3,})?)(?:[,.]? (?:and |with )?(?i:no|without)(?: an?)? (?:tele)?(?:phone|number)\\b.*)?[.!]?\\s*$");
    /** "At a quarter past seven, baird, no phone": small letters between two commas, before it is said that there is no number. */
    private static final Pattern BEFORE_NO_PHONE = Pattern.compile(", ?([\\p{Ll}'-]{3,}(?: [\\p{Ll}'-]{3,})?),? (?:and |with )?(?i:no|without)(?: an?)? (?:tele)?(?:phone|number)\\b.*$");
    /** "On Friday at ten for keller, number oh one": small letters, before a number is told. */
    private static final Pattern BEFORE_PHONE = Pattern.compile("\\bfor ([\\p{Ll}'-]{3,}(?: [\\p{Ll}'-]{2,}){0,2}?),? (?:and )?(?:the |my |his |her |our |with )?(?:(?:tele)?phone|mobile|number)\\b");
    /** "Turner Will Turner." */
    private static final Pattern LAST_FIRST = Pattern.compile("^(\\p{L}{2,}) (\\p{L}+ \\1)$");
    private static final Set<String> COMMON = Set.of(("birthday birthdays party parties anniversary wedding business work meeting children kids friends family family's company group groups drinks drink coffee tea food tapas"
            + " sure now later once example real certain free ever long while moment minute hour hours days week weekend month year years couple dog dogs cat cats baby car bike wife husband mother father son daughter"
            + " check-up checkup cleaning haircut service repair inspection consultation vaccination brakes oil tyres tyre change fitting treatment filling colouring appointment visit everybody everyone anyone someone somebody"
            + " supper meal eating dining celebration celebrating guests adults seniors boss colleagues team date myself both all understanding waiting asking holding patience relation").split(" "));
    /** "I'm Emma Stone": only with capitals, since "I'm hungry" is no name. */
    private static final Pattern CAPITAL = Pattern.compile("\\b(?:[Ii]'m|[Ii] am|[Ii]t's|[Ii]t is|[Tt]his is) ((?:\\p{Lu}[\\p{L}'-]+\\s?){1,3})");
    /** "Two people at eight pm Ridley and my number is …": only with capitals too. */
    private static final Pattern BEHIND_A_DETAIL = Pattern.compile("(?:\\b|\\d)(?:people|persons|of us|o'clock|[ap]m|morning|afternoon|evening|night|noon|" + Numbers.NUMBER + ") ((?:\\p{Lu}[\\p{L}'-]+\\s?){1,3})(?=[.!]?\\s*$|[,\\d]|and\\b|no\\b|my\\b|without\\b)");
    /** "Put Alan Petrie in the book." */
    private static final Pattern PUT = Pattern.compile("\\b(?:[Pp]ut|[Ww]rite|[Bb]ook) ((?:\\p{Lu}[\\p{L}'-]+\\s?){1,3})(?:in|down|on)\\b");
    private static final Pattern ALONE = Pattern.compile("\\W*(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+){1,2})[.!]?\\s*");
    private static final Pattern LAST_CLAUSE = Pattern.compile(", ?([\\p{Ll}'-]{3,}(?: [\\p{Ll}'-]{3,})?)[.!]?\\s*$");
    private static final Pattern GREETED = Pattern.compile("^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|yes|there|um+|uh+)[\\s,.]+)+([\\p{L}'-]{3,}(?: [\\p{L}'-]{3,})?)[,.]+ (?=(?:i|we|i'm|i've|we've|we're|can|could|so|my|our|is|do|what|when|it's|there)\\b)");
    /** "First name Ann, last name Li." */
    private static final Pattern FIRST_AND_LAST = Pattern.compile("(?i)\\bfirst name(?:'s| is)? (.+?),? (?:and )?(?:the |my )?(?:last|family|sur) ?name(?:'s| is)? (.+)");
    /** "Under my husband's name, that's Walters." */
    private static final Pattern WHOSE = Pattern.compile("(?i)\\b(?:under|in|on|it's|use) (?:my|our|his|her|their) \\p{L}+'s name[,.?]? (?:(?:that's|it's|which is|that is|it is) )?");
    /** "Haven't", "we've". */
    private static final Pattern CONTRACTION = Pattern.compile(".*'(?:ve|t|ll|re|m|d)");
    /** "Bill. No, William Turner." */
    private static final Pattern INSTEAD = Pattern.compile("(?i).*\\p{L}[,.]* (?:no(?! relation\\b)|sorry|i mean|actually|or rather)[,.]* (.+)");
    /** "Archer is the name." */
    private static final Pattern BEHIND = Pattern.compile("(?i)((?:[\\p{L}'-]+ ){1,3})(?:is|was) (?:my|the|our) (?:last |first |family )?name\\b");
    /** "Hi, Archer here": only as a greeting. */
    private static final Pattern HERE = Pattern.compile("(?i)^[\\s,.]*(?:(?:hi|hello|hey|yes|good (?:morning|afternoon|evening)|um+|uh+|so|there)[\\s,.]+)*((?:[\\p{L}'-]+ ){1,2})here\\b(?! before)");
    /** "My name is Archer", "this is Archer": whoever says that says who calls, and need not want anything yet. */
    private static final Pattern CALLER = Pattern.compile("(?i:\\bmy name(?:'s| is))|\\b(?:[Ii]'m|[Ii] am|[Ii]t's|[Tt]his is|[Uu]nder) \\p{Lu}|^\\W*(?:(?i:hi|hello|hey|good (?:morning|afternoon|evening)|yes|there)[\\s,.]+)+(?:\\p{Lu}[\\p{L}'-]+ ){1,2}here\\b");
    private static final Pattern INTRODUCED = Pattern.compile("(?i)^(?:(?:no|um+|uh+|well|so|oh|yes|hi|hello|sorry|actually|okay|ok|sure|then|try|maybe|perhaps)[\\s,.]+)*(?:it's|it is|that's|that is|that would be|i'm|i am|this is|it would be|you can (?:put|write|book) (?:it|me|that)(?: down)? (?:under|as|for)|put (?:it|me)(?: down)? (?:under|as)|just|mister|mrs|ms|mr|doctor)[,:]? (.+)");
    /** "Shame, we'll leave him at home then, it's jack fenwick." */
    private static final Pattern ITS_AT_THE_END = Pattern.compile("(?i)^\\S.*\\b(?:it's|it is|this is|the name is|name's)(?: for| under)? ((?:[\\p{L}'-]+ ?){1,3})[.!]?$");
    /** "On a miller", "our banister": a first name, or a hesitation, that was taken for little words. */
    private static final Pattern LITTLE_WORDS = Pattern.compile("(?i)^(?:(?:on|an|and|in|at|are|or|oh),? (?:a|the|i|it)|our|or|are|an?) (?=\\p{L}{3,}[.,!]?$)");
    private static final Pattern OPENING = Pattern.compile("(?i)^(?:(?:gut|genau|prima|vale|venga|bueno|um+|uh+|er+|well|oh|ah|so|okay|ok|yes|yeah|sure|of course|certainly|the|no|sorry|hi|hello|please|try|maybe|perhaps|then|great|lovely|wonderful|perfect|super|excellent|brilliant|very (?:good|nice|well)|(?:that's )?(?:good|great|fine|nice)(?= ?[,.])|thanks|thank you|name|my|mister|mrs|ms|mr|miss|herr|frau|señora?)[\\s,.]+)+");
    /** "Karim with a K", "Christine with C H", "Miller with two l's". */
    private static final Pattern WITH_A_LETTER = Pattern.compile("(?i)[, ]+with (?:an? |one |two |double )*[a-z]\\b(?:'s\\b)?(?:[ -][a-z]\\b)*");
    private static final Pattern ONE_NAME = Pattern.compile("[\\s,.]*(\\p{Lu}[\\p{Ll}'-]{2,})[\\s,.]*");
    private static final Set<String> STOP = Set.copyOf(Arrays.asList(("and for on at my phone telephone number with please thanks thank speaking here is are was the a an to from i we you it that this in of by but"
            + " tomorrow today tonight next can could would do does have what when where how who why which if so then as if again not no people person persons table booking reservation appointment"
            + " monday tuesday wednesday thursday friday saturday sunday o'clock half quarter because sorry just only calling spelled spelt spell his her our your around about"
            + " make change put let let's give how about instead also oh wait hold hang hm hmm did didn't don't i'd i'm we're we'd like want need thinking looking late afraid sure fine good okay ok yes yeah going coming hoping trying should shall will must interested wondering new after hungry running sick asking wanting wishing checking ringing phoning cancelling changing booking moving driving sorted unsure certain confused struggling bringing sir madam everyone all january february march april june july august september october november december christmas easter eve year sunday's noon midnight morning evening afternoon yesterday day date time wrong right correct same everything name exactly great perfect hello hi bye goodbye cheers actually mother's father's valentine's thanksgiving halloween new-year doctor dr lunch dinner breakfast brunch that's it's i've spells spelling um uh er ehm them he she him me my mine us there they then let alright right may might got get or do does booked reserved cancel cancelled canceled move moved moving reschedule postpone delete remove find check book booked bookings forget never mind though however anyway altogether later earlier soon plus double triple been over also rather like say lets ill unwell pregnant busy stuck disabled deaf blind vegan vegetarian allergic diabetic coeliac celiac nervous scared really terribly awfully extremely very quite embarrassed ashamed glad happy delighted confused worried unsure straight typical ouch he's she's who's where's here's there's they're").split(" ")));
    private static final Set<String> PARTICLES = Set.of("de", "la", "van", "von", "der", "den", "di", "da", "del", "el", "bin", "al");

    private NameWords() {
    }

    /** Whether somebody is named more fully: "Tom", and then "Tom Brandt". */
    static boolean continues(String name, String said) {
        return find(said, true).filter(fuller -> fuller.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + " ")).isPresent();
    }

    /** Who calls, if that is told before anything else is wished. */
    static Optional<String> introduced(String said) {
        return Clauses.sentences(said.replace('’', '\'')).stream().filter(sentence -> !sentence.endsWith("?") && CALLER.matcher(sentence).find())
                .flatMap(sentence -> find(sentence, false).stream()).findFirst();
    }

    /**
     * @param said     as recognised
     * @param expected whether a name was asked for, so that one alone counts
     */
    static Optional<String> find(String said, boolean expected) {
        SpelledName spelled = SpelledName.in(WITH_A_LETTER.matcher(said.replace('’', '\'')).replaceAll(""));
        if (spelled.isEmpty()) {
            return spoken(spelled.before(), expected);
        }
        Optional<String> name = spoken(spelled.before() + " . " + spelled.after(), expected);
        if (name.isEmpty()) {
            return expected || spelled.isAll() || ANNOUNCED.matcher(spelled.before() + spelled.letters()).find() ? Optional.of(capitalised(spelled.letters(), true)) : Optional.empty();
        }
        // Spelled is the last name; a first name that was spoken stays.
        int last = name.get().lastIndexOf(' ') + 1;
        String meant = spelled.meant(name.get().substring(last));
        return Optional.of(name.get().substring(0, last) + meant + lastBehind(spelled.after(), meant));
    }

    /** "Lena, L E N A, Fischer": spelled is the first name; otherwise nothing. */
    private static String lastBehind(String after, String spelled) {
        Matcher word = ONE_NAME.matcher(after);
        return word.matches() && !isCommon(Speech.plain(word.group(1))) && !word.group(1).equalsIgnoreCase(spelled) ? " " + word.group(1) : "";
    }

    /** A name that replaces another: of "Braun" after "Thomas Brown" only the last name is new, of "Cathy" after "Kathy Brown" the first. */
    static String corrected(String known, String told) {
        int last = known.lastIndexOf(' ') + 1;
        if (last == 0 || told.indexOf(' ') >= 0) {
            return told;
        }
        return isLike(known.substring(last), told) ? known.substring(0, last) + told
                : isLike(known.substring(0, known.indexOf(' ')), told) ? told + known.substring(known.indexOf(' ')) : told;
    }

    private static boolean isLike(String one, String other) {
        return Spelling.distance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT)) <= MOST_CORRECTED;
    }

    private static Optional<String> spoken(String said, boolean expected) {
        Matcher instead = INSTEAD.matcher(said);
        Optional<String> other = expected && instead.find() ? answer(instead.group(1), true) : Optional.empty();
        return other.or(() -> answer(said, expected));
    }

    private static Optional<String> answer(String said, boolean expected) {
        Matcher both = FIRST_AND_LAST.matcher(said);
        if (both.find()) {
            return upToStop(both.group(1)).flatMap(first -> upToStop(both.group(2)).map(last -> first + " " + last));
        }
        String text = WHOSE.matcher(said).replaceAll("my name is ");
        Optional<String> before = Stream.of(BEHIND, HERE).map(pattern -> pattern.matcher(text)).filter(Matcher::find).flatMap(found -> lastWords(found.group(1)).stream()).findFirst();
        if (before.isPresent()) {
            return before;
        }
        for (Matcher announced = ANNOUNCED.matcher(text); announced.find(); ) {
            Optional<String> name = fullest(announced.group(1)).or(() -> spoken(announced.group(1), false));
            if (name.isPresent()) {
                return name;
            }
        }
        if (!expected) {
            return capital(text).or(() -> uncommon(LAST_WORD.matcher(text))).or(() -> uncommon(BEFORE_NO_PHONE.matcher(text))).or(() -> uncommon(BEFORE_PHONE.matcher(text)));
        }
        Optional<String> atTheEnd = uncommon(ITS_AT_THE_END.matcher(text.strip()));
        if (atTheEnd.isPresent()) {
            return atTheEnd;
        }
        Matcher introduced = INTRODUCED.matcher(text);
        String answer = introduced.find() ? introduced.group(1) : OPENING.matcher(text).replaceFirst("");
        return Speech.refuses(text) || Speech.isClueless(text) || Speech.agrees(text) ? Optional.empty() : fullest(answer).or(() -> capital(text)).or(() -> behindLittleWords(text));
    }

    private static Optional<String> behindLittleWords(String text) {
        String name = LITTLE_WORDS.matcher(text.strip()).replaceFirst("");
        return name.length() < text.strip().length() && !isCommon(Speech.plain(name)) ? upToStop(name) : Optional.empty();
    }

    /** Only with a capital letter. */
    private static Optional<String> capital(String text) {
        return Stream.of(PUT, CAPITAL, FOR, AT_THE_END, BEHIND_A_DETAIL).map(pattern -> pattern.matcher(text)).filter(Matcher::find).flatMap(found -> upToStop(found.group(1)).stream()).findFirst();
    }

    /** "I'd like to cancel, miller": what stands alone behind the last comma, if it is no common word. */
    static Optional<String> behindTheComma(String text) {
        Matcher last = LAST_CLAUSE.matcher(text.toLowerCase(Locale.ROOT));
        return last.find() && Arrays.stream(last.group(1).split(" ")).noneMatch(word -> isCommon(word) || word.endsWith("ly")) ? upToStop(last.group(1)) : Optional.empty();
    }

    /** "Hello, miller, I have an appointment": what stands alone behind a greeting. */
    static Optional<String> behindTheGreeting(String text) {
        Matcher greeted = GREETED.matcher(text.toLowerCase(Locale.ROOT));
        return greeted.find() && Arrays.stream(greeted.group(1).split(" ")).noneMatch(NameWords::isCommon) ? upToStop(greeted.group(1)) : Optional.empty();
    }

    /** "Bea Quinn.": two words or three with capitals, and nothing else, whatever was asked for. */
    static Optional<String> alone(String text) {
        Matcher alone = ALONE.matcher(text);
        return alone.matches() && Arrays.stream(Speech.plain(text).split(" ")).noneMatch(NameWords::isCommon) ? upToStop(alone.group(1)) : Optional.empty();
    }

    /** Instead of a yes to an offer, many say for whom it is, with a number or without. */
    static boolean mayTellFor(String said) {
        String plain = Speech.plain(said);
        String rest = PhoneWords.find(plain, false).map(PhoneWords.Found::rest).orElse(plain).replaceAll("[ ,]+", " ").strip();
        return rest.split(" ").length <= MOST_OF_AN_ANSWER || find(said, false).isPresent();
    }

    private static boolean isCommon(String word) {
        return COMMON.contains(word) || STOP.contains(word) || Numbers.value(word).isPresent();
    }

    /** "Miller, Anna Miller": whoever says the last name first says all of it then. */
    private static Optional<String> fullest(String answer) {
        Optional<String> first = upToStop(answer);
        return first.flatMap(last -> Arrays.stream(answer.split("[,.;]")).skip(1).flatMap(clause -> upToStop(clause).stream())
                .filter(name -> name.endsWith(" " + last) || name.startsWith(last + " ")).findFirst()).or(() -> first);
    }

    private static Optional<String> uncommon(Matcher found) {
        boolean name = found.find() && Arrays.stream(found.group(1).split(" ")).noneMatch(NameWords::isCommon);
        return name ? upToStop(found.group(1)) : Optional.empty();
    }

    /** What is left of the words when those in front are gone that are in no name. */
    private static Optional<String> lastWords(String words) {
        String[] all = words.strip().split(" ");
        int first = all.length;
        while (first > 0 && !STOP.contains(all[first - 1].toLowerCase(Locale.ROOT))) {
            first--;
        }
        return upToStop(String.join(" ", Arrays.copyOfRange(all, first, all.length)));
    }

    private static Optional<String> upToStop(String text) {
        String opened = OPENING.matcher(text.strip()).replaceFirst("");
        String clause = opened.strip().split("[,.;:?!]|\\s-\\s", -1)[0];
        StringBuilder name = new StringBuilder();
        int taken = 0;
        for (String word : clause.strip().split("\\s+")) {
            String lower = word.toLowerCase(Locale.ROOT);
            boolean stops = STOP.contains(lower) || CONTRACTION.matcher(lower).matches() || !word.matches("[\\p{L}'-]+") || Numbers.value(lower).isPresent();
            if (stops || taken == LONGEST) {
                break;
            }
            name.append(taken++ == 0 ? "" : " ").append(capitalised(word, taken == 1));
        }
        return name.length() < 2 ? Optional.empty() : Optional.of(LAST_FIRST.matcher(name).replaceFirst("$2"));
    }

    /** A recogniser's small letters; what has a capital already is left as it is. */
    static String capitalised(String word, boolean first) {
        boolean given = !word.equals(word.toLowerCase(Locale.ROOT)) && !word.equals(word.toUpperCase(Locale.ROOT));
        if (given || !first && PARTICLES.contains(word)) {
            return word;
        }
        return Arrays.stream(word.toLowerCase(Locale.ROOT).split("(?<=['-])"))
                .map(part -> part.isEmpty() || part.equals("s") ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)).collect(joining());
    }
}
