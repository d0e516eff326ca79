package switchboard.conversation.words;

import static switchboard.conversation.words.EnglishWording.set;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether English words are, as a whole, what was asked for. */
final class EnglishAnswer {

    private static final Set<String> YES = set("yes yeah yep yup sure okay ok correct exactly right fine great perfect absolutely");
    private static final Set<String> NO = set("no nope");
    private static final Set<String> SUBJECTS = set("i we he she they it it's there there's he's she's they're i'm i've we're we've my our somebody someone");
    private static final Set<String> BESIDE_A_NAME = set("put it it's its this that is you can i we have has book booked under for the a my name names name's i'm am be please sure yes and with in on");
    private static final int SHORT_ANSWER_WORDS = 7;
    private static final int CLAUSE_WORDS = 3;

    /** "Yes, but not at the window": more than a yes, and so no whole answer; but "No, I don't have one" is. */
    private static final Pattern YES_AND_MORE = Pattern.compile("\\S+ (but .*|(it's|that's|it is|that is|he's|she's|they're) not .*|\\S+ (is|are|was|we|i|it) .*|"
            + "(i|we|it|that|the|my) (?!\\S+n't\\b|(do|am|are|will|would|can|have|did)$).*)");
    private static final Pattern THAT_IS_RIGHT = Pattern.compile(".*\\b(that|that's|it|it's) .*\\b(right|correct|fine|great|good|perfect|ok|okay|all|it|everything)");
    /** Says that it comes, not what it is: "Yes, of course." */
    private static final Pattern PROMISE = Pattern.compile("(yes|yeah|yep|sure|okay|ok|right|of course|certainly|absolutely|no problem|well|it's|hold on)( (sure|okay|ok|right|of course|certainly|no problem|yes|it's|its))*");
    /** One name, to which another or its spelling may be added. */
    private static final Pattern FIRST_NAME = Pattern.compile("(.* )?names? (is|are) (?!wrong|right|correct|fine|different|not)[\\p{L}']+");
    private static final Pattern CALLED = Pattern.compile("(this is|it's|it is|i'm|i am|under|for|it's under|it's for) [\\p{L}']+");
    private static final Pattern TITLE = Pattern.compile("(.* )?(mister|mr|mrs|misses|ms|miss|doctor|dr|professor|sir)");
    /** Somebody, but not by name: "For my husband." */
    private static final Pattern RELATION = Pattern.compile("(for |it's |it's for )?(my|our) (?!name).*|(for )?(him|her|them|me|myself|us|you)");
    private static final Pattern NUMBER = Pattern.compile(".*\\b(\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
            + "|ninety|hundred|thousand|couple|dozen|few|half|none|nobody|just|only)\\b.*");
    private static final Pattern YEAR = Pattern.compile(".*\\b((19|20)\\d\\d|(nineteen|twenty|two thousand).*|\\d{1,2} \\d{1,2} \\d{2,4})\\b.*");

    /** "The third of March", "tomorrow"; but "Friday" may be followed by "the seventh". */
    private static final Pattern DATE = Pattern.compile(".*\\b(january|february|march|april|may|june|july|august|september|october|november|december|to ?day|to ?morrow)\\b.*");
    /** Children may follow. */
    private static final Pattern ADULTS = Pattern.compile("(?!.*\\b(and|no)\\b).*\\b(adults?|grown ?ups?)");
    /** The smaller unit may follow: "One metre eighty." */
    private static final Pattern LARGE_UNIT = Pattern.compile("(.* )?(an?|one|two|three|four|five|six|\\d) (met(re|er)s?|feet|foot|stone|hours?)");
    /** Who is not sure mostly says more. */
    private static final Pattern HEDGED = Pattern.compile("((um|uh|er|well|so|hmm) )*(maybe|perhaps|probably|possibly|i think|i guess|i suppose|some ?time|almost|nearly|not (quite|really|exactly)"
            + "|(it|that) depends|sort of|kind of|partly|more or less)\\b.*");
    /** Says how something is, instead of yes or no: "Wednesday is difficult." */
    private static final Pattern CLAUSE = Pattern.compile("(?!(that|it|this|which|what)\\b)(\\S+ ){1,3}(is|isn't|are|aren't|was|were|has|have|had|would|will|won't|can|can't|could|does|doesn't|needs) .*");
    private static final Pattern AGREES = Pattern.compile(".*\\b(right|correct|fine|great|good|perfect|ok|okay|best|better|nice|lovely|ideal)( (with|for|by))?( (me|us))?");
    /** British numbers that begin with a nought have eleven digits. */
    private static final Pattern WITHOUT_ITS_LAST = Pattern.compile("0( ?\\d){9}");

    private EnglishAnswer() {
    }

    static boolean isYesOrNo(String word) {
        return YES.contains(word) || NO.contains(word);
    }

    /** Whether it is a first name, or less, where a name was asked for or is told. */
    static boolean isFirstName(String plain, Expected expected) {
        return FIRST_NAME.matcher(plain).matches() || expected == Expected.NAME && (CALLED.matcher(plain).matches() || TITLE.matcher(plain).matches());
    }

    /**
     * Judges words of which nothing is missing.
     *
     * @param expected something
     */
    static Completeness judge(List<String> words, String plain, Expected expected) {
        if (words.size() > SHORT_ANSWER_WORDS) {
            return Completeness.LIKELY;
        }
        boolean named = expected != Expected.YES_OR_NO && expected != Expected.SHORT_ANSWER && expected != Expected.ACCOUNT;
        if (named && PROMISE.matcher(plain).matches()) {
            return Completeness.DOUBTFUL;
        }
        if (HEDGED.matcher(plain).matches()) {
            return Completeness.LIKELY;
        }
        if (named && words.size() > 1 && YES.contains(words.get(0))) {
            return judge(words.subList(1, words.size()), plain.substring(plain.indexOf(' ') + 1), expected);
        }
        if (isYesOrNo(words.get(0))) {
            boolean onlyNo = words.size() == 1 && NO.contains(words.get(0)) && expected == Expected.YES_OR_NO; // why, or what is right, may follow
            return !onlyNo && isWholeYes(plain) ? Completeness.WHOLE : Completeness.LIKELY;
        }
        return switch (expected) {
            case BIRTHDAY -> YEAR.matcher(plain).matches() ? Completeness.WHOLE : Completeness.DOUBTFUL;
            case ADDRESS -> NUMBER.matcher(plain).matches() && words.size() <= 2 ? Completeness.DOUBTFUL : Completeness.LIKELY;
            default -> hasShape(expected, words, plain) ? Completeness.WHOLE : Completeness.LIKELY;
        };
    }

    /** Whether nothing is added to a yes or a no. */
    private static boolean isWholeYes(String plain) {
        return !YES_AND_MORE.matcher(plain).matches() || THAT_IS_RIGHT.matcher(plain).matches();
    }

    /** Whether it looks like what was asked for, and not like something before it. */
    private static boolean hasShape(Expected expected, List<String> words, String plain) {
        return switch (expected) {
            case WHEN -> EnglishStatement.tellsWhen(plain) && !EnglishStatement.isAbout(words, plain);
            case ITEMS -> words.contains("and") || words.contains("just") || words.contains("only");
            case NAME -> words.stream().filter(word -> !BESIDE_A_NAME.contains(word)).count() > 1 && !RELATION.matcher(plain).matches();
            case TELEPHONE_NUMBER -> EnglishWording.DICTATION.isNumber(words.get(words.size() - 1)) && !WITHOUT_ITS_LAST.matcher(plain).matches() || plain.contains("n't");
            case AMOUNT -> NUMBER.matcher(plain).matches() && !ADULTS.matcher(plain).matches() && !LARGE_UNIT.matcher(plain).matches();
            case DAY -> DATE.matcher(plain).matches() || EnglishStatement.tellsWhen(plain);
            case SHORT_ANSWER, YES_OR_NO -> words.size() < CLAUSE_WORDS || !SUBJECTS.contains(words.get(0)) && (!CLAUSE.matcher(plain).matches() || AGREES.matcher(plain).matches());
            case SPELLING, ACCOUNT, BIRTHDAY, ADDRESS, ANYTHING -> false;
        };
    }
}
