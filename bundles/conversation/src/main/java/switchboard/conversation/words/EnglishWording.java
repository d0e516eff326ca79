package switchboard.conversation.words;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * English utterances. A recogniser's question mark proves little: it hears a question in "Can I have" too. So the frame of
 * the sentence counts: what a verb or a preposition still waits for, and what a subordinate clause stands before.
 */
final class EnglishWording implements Wording {

    /** Articles, possessives, conjunctions and contractions that end no sentence. */
    private static final Set<String> NEVER_LAST = words("a an the my your our their its and or but because if than whether although every "
            + "i'm you're we're they're i'd we'd you'd i'll we'll i've we've um uh uhm erm er");

    /** Prepositions that may stand at the end of a question: "What is that for?" */
    private static final Set<String> PREPOSITIONS = words("of for to with at from in on by about near like into after before around between per "
            + "until till without during");

    /** Auxiliaries and others: mostly something follows, but "Yes, I do" is whole. */
    private static final Set<String> SELDOM_LAST = words("any some his her so which who when while as is are was were am be been do does did have "
            + "has had can could will would shall should may might must want need needs wants another these those very just");

    private static final Set<String> AUXILIARIES = words("is are was were do does did have has can could may might will would shall should am isn't aren't "
            + "don't doesn't can't couldn't won't wouldn't");
    private static final Set<String> QUESTION_WORDS = words("what where who whom whose which how when why what's where's who's how's when's");
    private static final Set<String> SUBORDINATORS = words("if because since although while unless once as");
    private static final Set<String> BEFORE_A_CLAUSE = words("when if and but because that than since while before after until where what how");
    /** After "can I" these want an object. */
    private static final Set<String> TRANSITIVE = words("have get order book make bring take reserve change move need want offer serve sell give use ask");
    private static final Set<String> ARTICLES = words("the a an your my our this that his her");
    private static final Set<String> PRONOUNS = words("i you he she it we they to");
    private static final Set<String> TENS = words("twenty thirty forty fifty sixty seventy eighty ninety hundred thousand plus double triple");
    private static final Set<String> HOURS = words("one two three four five six seven eight nine ten eleven twelve");
    private static final Dictation DICTATION = new Dictation(words("zero oh o one two three four five six seven eight nine"));
    private static final Set<String> YES_OR_NO = words("yes yeah yep yup no nope sure okay ok correct exactly right fine great perfect absolutely");

    /** Said before what is to be said. */
    private static final Pattern HESITATION = Pattern.compile(
            "((well|so|um|uh|yeah|hi|hello|actually|sorry|excuse me|listen|look|okay so|ok so|let me (think|see|check)|one (moment|second)|just a (moment|second)|hold on|wait) ?)+");

    /** Waits for what is told, thought, wanted or asked. */
    private static final Pattern OPEN_FRAME = Pattern.compile(
            ".*\\b(tell me|told me|show me|give me|i think|i guess|i believe|i wonder|i mean|i suppose|i was wondering|i was hoping|do you know|"
                    + "find out|(know|told me|think|say|mean) that|(i|we|i'd|we'd) (want|need|like)|would like|i'd love|it's|that's|there's|here's|write down that|"
                    + "(my|the) (name|number) is|wants? to know|used to|going to|have to|like to|want to|need to|possible to|able to)");
    private static final Pattern CLOSING = Pattern.compile(".*\\b(please|thanks|thank you|thank you very much|thanks a lot|bye|goodbye|bye bye|that's (all|it|right|fine|correct))");
    private static final Pattern COMMA = Pattern.compile(",+$");
    private static final Pattern OPEN_ENDED_PUNCTUATION = Pattern.compile(".*(;|:|-|–|—|…|\\.\\.\\.)$");
    /** One name, to which another or its spelling may be added. */
    private static final Pattern FIRST_NAME = Pattern.compile("(.* )?names? (is|are) [\\p{L}']+");
    /** What follows is the answer. */
    private static final Pattern OPINION = Pattern.compile(".*\\bi (think|guess|believe|suppose|mean)");
    private static final Pattern CALLED = Pattern.compile("(this is|it's|it is|i'm|i am|under|for|it's under|it's for) [\\p{L}']+");
    /** "Yes, but not at the window": more than a yes, and so no whole answer; but "No, I don't have one" is. */
    private static final Pattern YES_AND_MORE = Pattern.compile("\\S+ (but .*|\\S+ (is|are|was|we|i|it) .*|"
            + "(i|we|it|that|the|my) (?!\\S+n't\\b|(do|am|are|will|would|can|have|did)$).*)");
    private static final Pattern THAT_IS_RIGHT = Pattern.compile(".*\\b(that|that's|it|it's) .*\\b(right|correct|fine|great|good|perfect|ok|okay|all|it|everything)");
    /** "Which bus goes to the airport", "Is the soup vegetarian": a question without its mark. */
    private static final Pattern ASKS = Pattern.compile("(which|what|how (much|many|long|often|far|late|early)|(where|when|how|who|why) (is|are|do|does|can|could|will|would)"
            + "|(is|are|do|does|can|could|will|would|may) (the|your|there|it|you|we|i|they)) .*");
    private static final int QUESTION_WORDS_AT_LEAST = 4;
    private static final int SHORT_ANSWER_WORDS = 7;

    @Override
    public Completeness judge(String transcript, Expected expected) {
        String text = transcript.strip();
        List<String> words = Wording.words(text);
        if (words.isEmpty()) {
            return Completeness.DOUBTFUL;
        }
        if (DICTATION.isGrowing(text, expected == Expected.TELEPHONE_NUMBER) || Dictation.isSpelling(text, expected == Expected.SPELLING)) {
            return Completeness.DOUBTFUL;
        }
        if (NEVER_LAST.contains(words.get(words.size() - 1))) {
            return Completeness.UNFINISHED;
        }
        String sentence = COMMA.matcher(text).replaceFirst("");
        Completeness whole = judge(sentence, words, expected);
        boolean comma = !sentence.equals(text);
        return comma && whole.compareTo(Completeness.DOUBTFUL) < 0 ? Completeness.values()[whole.ordinal() + 1] : whole;
    }

    /** Without the comma that a recogniser likes to hear: it makes the same words doubtful by a degree, and no more. */
    private static Completeness judge(String sentence, List<String> words, Expected expected) {
        String plain = String.join(" ", words);
        boolean question = sentence.endsWith("?") || words.size() >= QUESTION_WORDS_AT_LEAST && ASKS.matcher(plain).matches();
        boolean asked = expected != Expected.ANYTHING;
        if (isLeftOpen(words, plain, question)) {
            return asked && isShortAnswer(words, plain) ? Completeness.LIKELY : Completeness.DOUBTFUL;
        }
        if (OPEN_ENDED_PUNCTUATION.matcher(sentence).matches() || isGrowingNumber(words) || Enumeration.isOpen(sentence)
                || (FIRST_NAME.matcher(plain).matches() || expected == Expected.NAME && CALLED.matcher(plain).matches()) && !question) {
            return Completeness.DOUBTFUL;
        }
        if (question || asked && isAnswer(expected, words, plain) || CLOSING.matcher(plain).matches()) {
            return Completeness.WHOLE;
        }
        boolean astray = expected == Expected.WHEN && EnglishStatement.isAbout(words, plain);
        return (!asked || astray) && EnglishStatement.leavesOpen(words, plain) ? Completeness.OPEN : Completeness.LIKELY;
    }

    /** Whether it is, as a whole, what was asked for. */
    private static boolean isAnswer(Expected expected, List<String> words, String plain) {
        if (words.size() > SHORT_ANSWER_WORDS) {
            return false;
        }
        return YES_OR_NO.contains(words.get(0)) ? !YES_AND_MORE.matcher(plain).matches() || THAT_IS_RIGHT.matcher(plain).matches() : hasShape(expected, words, plain);
    }

    /** Whether it looks like what was asked for, and not like something before it. */
    private static boolean hasShape(Expected expected, List<String> words, String plain) {
        return switch (expected) {
            case WHEN -> !EnglishStatement.namesOnlyTheDay(plain) && !EnglishStatement.isAbout(words, plain);
            case ITEMS -> words.contains("and") || words.contains("just") || words.contains("only");
            case NAME -> words.size() > 1;
            case TELEPHONE_NUMBER -> DICTATION.isNumber(words.get(words.size() - 1));
            case SPELLING -> false;
            case SHORT_ANSWER, ANYTHING -> true;
        };
    }

    private static boolean isLeftOpen(List<String> words, String plain, boolean question) {
        String last = words.get(words.size() - 1);
        boolean asksWhat = question && QUESTION_WORDS.contains(words.get(0));
        boolean asksHow = words.get(0).startsWith("how");
        return last.equals("half")
                || last.equals("i") && words.size() > 2 && BEFORE_A_CLAUSE.contains(words.get(words.size() - 2))
                || SELDOM_LAST.contains(last) && !(asksWhat && isWhatSomebodyDoes(words))
                || PREPOSITIONS.contains(last) && (!asksWhat || asksHow)
                || HESITATION.matcher(plain).matches() && !question
                || OPEN_FRAME.matcher(plain).matches() && !asksWhat
                || isSubordinate(words, plain)
                || isHalfAQuestion(words);
    }

    /** "What cakes do you have?" */
    private static boolean isWhatSomebodyDoes(List<String> words) {
        return words.size() > 2
                && Set.of("have", "do", "need", "want").contains(words.get(words.size() - 1))
                && PRONOUNS.contains(words.get(words.size() - 2));
    }

    /** "Yes, I do." "I am." "I'd like to." */
    private static boolean isShortAnswer(List<String> words, String plain) {
        return words.size() <= 4 && !HESITATION.matcher(plain).matches() && !OPINION.matcher(plain).matches() && (YES_OR_NO.contains(words.get(0)) || words.get(0).startsWith("i") || words.get(0).equals("we"));
    }

    /** "If it doesn't rain": a clause that stands before another. */
    private static boolean isSubordinate(List<String> words, String plain) {
        return SUBORDINATORS.contains(words.get(0)) && words.size() <= 6 && !plain.contains(" then ") && !plain.contains("possible");
    }

    /** "Can I", "Can I have", "Is the dentist": the verb waits for its object, or the subject for what is asked of it. */
    private static boolean isHalfAQuestion(List<String> words) {
        if (!AUXILIARIES.contains(words.get(0)) || words.size() > 3) {
            return false;
        }
        return words.size() <= 2
                || TRANSITIVE.contains(words.get(2))
                || ARTICLES.contains(words.get(1)) && Set.of("is", "are", "was", "were").contains(words.get(0));
    }

    /** "Twenty" may become "twenty four"; "seven thirty" is a time. */
    private static boolean isGrowingNumber(List<String> words) {
        boolean time = words.size() > 1 && words.get(words.size() - 1).equals("thirty") && HOURS.contains(words.get(words.size() - 2));
        return TENS.contains(words.get(words.size() - 1)) && !time;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
