package switchboard.conversation.words;

import static switchboard.conversation.words.EnglishWording.set;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the last words of an English utterance wait for: an object, a noun, a main clause, the word that was looked for. */
final class EnglishEnding {

    /** Articles, possessives, conjunctions and contractions that end no sentence. */
    private static final Set<String> NEVER_LAST = set("a an the my your our their its and or but because if than whether although unless every either "
            + "i'm you're we're they're i'd we'd you'd i'll we'll i've we've um uh uhm erm er");

    /** Prepositions that may stand at the end of a question: "What is that for?" */
    private static final Set<String> PREPOSITIONS = set("of for to with at from in on by about near like into after before around between per "
            + "until till without during under behind towards against opposite since regarding concerning including except beside among via");

    /** Auxiliaries and others: mostly something follows, but "Yes, I do" is whole. */
    private static final Set<String> SELDOM_LAST = set("any some his her so which who when while as is are was were am be been do does did have "
            + "has had can could will would shall should may might must want need needs wants another these those very just name's");

    private static final Set<String> SUBORDINATORS = set("if because since although while unless once as whenever");
    /** Begin a question, too: "When do you open?" But "When I turn the key" and "What I wanted to ask you" are none. */
    private static final Pattern SUBORDINATE = Pattern.compile("(when|what|where|why|before|after|until|every time|each time|the moment|by the time) "
            + "(i|you|he|she|it|we|they|the|my|our|your|their|there|it's|somebody|someone)\\b.*");
    private static final Set<String> BEFORE_A_CLAUSE = set("when if and but because that than since while before after until where what how");
    private static final Set<String> PRONOUNS = set("i you he she it we they to");
    private static final Set<String> TENS = set("twenty thirty forty fifty sixty seventy eighty ninety hundred thousand plus double triple half quarter");
    private static final Set<String> HOURS = set("one two three four five six seven eight nine ten eleven twelve");
    private static final int LONGEST_BEFORE_ANOTHER_CLAUSE = 6;

    /** Said before what is to be said. */
    private static final Pattern HESITATION = Pattern.compile(
            "((well|so|um|uh|yeah|hi|hello|actually|basically|sorry|excuse me|listen|look|okay so|ok so|okay right|ok right|right so|let me (think|see|check|look)|let's see|one (moment|second)|just a (moment|second)"
                    + "|hold on|wait|you know|you see|oh|oh gosh|gosh|hmm|ah|er|the thing is) ?)+");
    /** Said while the next word is looked for. */
    private static final Pattern FILLED = Pattern.compile(".+ (um|uh|er|ah|eh|hmm|you know|i mean|basically|sort of|kind of|let me (see|think|check)|let's see)");
    /** What was said is taken back, and said anew. */
    private static final Pattern TAKEN_BACK = Pattern.compile("(?!(no|nope|yes|yeah|oh)\\b).*(?<!\\b(or|say|said|says|oh|yes|yeah|and|i'm|am|so|very|really|there's|have|is|no|hm|hmm|well|um|uh|er|ah|okay|ok|now)) (no|no no|no sorry|sorry|no wait|wait|or rather|actually no|hang on|hold on)");

    /** Waits for what is told, thought, wanted or asked. */
    private static final Pattern OPEN_FRAME = Pattern.compile(
            ".*\\b(tell me|told me|show me|give me|i think|i guess|i believe|i wonder|i mean|i suppose|i was wondering|i was hoping|do you know|"
                    + "find out|(know|told me|think|say|said|mean) that|(i|we|i'd|we'd) (want|need|like)|would like|i'd love|it's|that's|there's|here's|write down that|"
                    + "(my|the) (name|number|problem|question|address) is|wants? to know|used to|going to|have to|like to|want to|need to|possible to|able to|(interested|looking|calling|ringing) (in|for|about))");
    /** "I think so": nothing is missing. */
    private static final Pattern SO = Pattern.compile(".*\\b(think|hope|guess|believe|suppose|say|afraid) so");
    /** "I'm not sure what it's under." */
    private static final Pattern WHAT_IT_IS_UNDER = Pattern.compile(".* (what|which|who) (\\S+ )?(it's|it is|it was|that is|that's|i'm|i am|we are|they are) \\S+");
    /** "Can you fit me in?" */
    private static final Pattern PARTICLE = Pattern.compile(".* (it|me|us|him|her|them) (in|on|by)");
    private static final Pattern OPINION = Pattern.compile(".*\\bi (think|guess|believe|suppose|mean)");

    private EnglishEnding() {
    }

    /** Whether something must follow. */
    static boolean neverEnds(List<String> words) {
        return NEVER_LAST.contains(last(words));
    }

    /** Whether mostly something follows. */
    static boolean isLeftOpen(List<String> words, String plain, boolean question, Expected expected) {
        String last = last(words);
        boolean asksWhat = question && EnglishQuestion.isQuestionWord(words.get(0));
        boolean asksHow = words.get(0).startsWith("how");
        return last.equals("i") && words.size() > 2 && BEFORE_A_CLAUSE.contains(words.get(words.size() - 2))
                || SELDOM_LAST.contains(last) && !(asksWhat && isWhatSomebodyDoes(words)) && !SO.matcher(plain).matches()
                || PREPOSITIONS.contains(last) && (!asksWhat || asksHow) && !WHAT_IT_IS_UNDER.matcher(plain).matches() && !PARTICLE.matcher(plain).matches()
                || HESITATION.matcher(plain).matches() && !question
                || FILLED.matcher(plain).matches() || TAKEN_BACK.matcher(plain).matches()
                || OPEN_FRAME.matcher(plain).matches() && !asksWhat
                || isSubordinate(words, plain, expected)
                || isGrowingNumber(words)
                || EnglishQuestion.isHalf(words);
    }

    /** "Yes, I do." "I am." "I'd like to." */
    static boolean isShortAnswer(List<String> words, String plain) {
        return words.size() <= 4 && !HESITATION.matcher(plain).matches() && !OPINION.matcher(plain).matches() && !TAKEN_BACK.matcher(plain).matches() && !FILLED.matcher(plain).matches()
                && (EnglishAnswer.isYesOrNo(words.get(0)) || words.get(0).startsWith("i") || words.get(0).equals("we"));
    }

    /** "What cakes do you have?" */
    private static boolean isWhatSomebodyDoes(List<String> words) {
        return words.size() > 2
                && Set.of("have", "do", "need", "want").contains(last(words))
                && PRONOUNS.contains(words.get(words.size() - 2));
    }

    /** "If it doesn't rain": a clause that stands before another, unless it tells the time that was asked for. */
    private static boolean isSubordinate(List<String> words, String plain, Expected expected) {
        boolean begins = SUBORDINATORS.contains(words.get(0)) || SUBORDINATE.matcher(plain).matches() && expected != Expected.WHEN && expected != Expected.SHORT_ANSWER;
        return begins && words.size() <= LONGEST_BEFORE_ANOTHER_CLAUSE && !plain.contains(" then ") && !plain.contains("possible");
    }

    /** "Twenty" may become "twenty four", "a quarter" "a quarter past six"; "seven thirty" is a time. */
    private static boolean isGrowingNumber(List<String> words) {
        boolean time = words.size() > 1 && last(words).equals("thirty") && HOURS.contains(words.get(words.size() - 2));
        return TENS.contains(last(words)) && !time;
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }
}
