package switchboard.conversation.words;

import static switchboard.conversation.words.EnglishWording.set;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether English words ask something, and how much of it is there. */
final class EnglishQuestion {

    private static final Set<String> AUXILIARIES = set("is are was were do does did have has can could may might will would shall should am isn't aren't "
            + "don't doesn't can't couldn't won't wouldn't");
    private static final Set<String> QUESTION_WORDS = set("what where who whom whose which how when why what's where's who's how's when's");
    /** After "can I" these want an object. */
    private static final Set<String> TRANSITIVE = set("have get order book make bring take reserve change move need want offer serve sell give use ask "
            + "repair fix rent hire stock clean treat teach print send find see check speak talk put keep try buy recommend suggest include provide contain");
    /** The same wherever they stand, unless they belong to a question within the question. */
    private static final Set<String> ALWAYS_TRANSITIVE = set("recommend suggest include provide contain have get bring make teach send find sell serve give keep buy found got seen");
    /** "Before I buy", "to bring", "lost and found". */
    private static final Set<String> BEFORE_A_LAST_VERB = set("to and already i you he she it we they i've you've we've");
    private static final Set<String> HAS_OR_DO = set("do does did can could will would should has have may might");
    private static final Set<String> ARTICLES = set("the a an your my our this that his her");
    private static final Set<String> BEFORE_A_NOUN = set("the a an your my our");
    /** Which ask for a verb: "Does the kitchen close?" */
    private static final Set<String> DO = set("do does did can could will would should");
    private static final int MARK_ALONE_WORDS = 4;

    /** "Which bus goes to the airport", "Is the soup vegetarian": a question without its mark. */
    private static final Pattern ASKS = Pattern.compile("(which|what|how (much|many|long|often|far|late|early)|(where|when|how|who|why) (is|are|do|does|can|could|will|would)"
            + "|(is|are|do|does|can|could|will|would|may) (the|your|there|it|you|we|i|they)) .*");
    private static final int ASKS_AT_LEAST = 4;
    /** "I'm coeliac, is that a problem?", "And where do I park?" */
    private static final Pattern INVERTED = Pattern.compile("((and|so|but|or|okay|ok|well|hello|hi|sorry|um|uh|yes|no|then|actually|also|excuse me|good|morning|afternoon|evening) )*"
            + "(" + alternatives(AUXILIARIES) + "|" + alternatives(QUESTION_WORDS) + ")\\b.*|.*\\b(" + alternatives(AUXILIARIES) + ") (i|you|he|she|it|we|they|that|this|there)\\b.*");
    /** Of "does the pool open" the last; "does the swimming pool" still waits for it. */
    private static final Set<String> VERBS = set("open close start begin end finish cost take last need have go come work run leave arrive get look include mean stop cover serve sell deliver "
            + "say happen fit want live help do show charge allow offer repair accept require know use");

    /** "Is it okay", "Can you check": mostly told about what. */
    private static final Pattern FRAME = Pattern.compile("(.* )?((is|was|would) (it|that)( be)? (also )?(okay|ok|alright|all right|possible|fine|allowed)|(is|was) there (a|any) (chance|way|possibility)"
            + "|(do|would) you (mind|happen to (know|have))|do you think|(can|could|would) you( please)? (check|see|help me|explain|confirm|look|find out))");

    /** "May the second." */
    private static final Pattern DATE_IN_MAY = Pattern.compile("may the (first|second|third|\\S+(th|st|nd|rd))\\b.*");

    private EnglishQuestion() {
    }

    static boolean isQuestionWord(String word) {
        return QUESTION_WORDS.contains(word);
    }

    /** Whether it asks: by its mark or by its form. */
    static boolean isOne(String sentence, List<String> words, String plain, Expected expected) {
        if (DATE_IN_MAY.matcher(plain).matches()) {
            return false;
        }
        boolean little = words.size() <= MARK_ALONE_WORDS && expected == Expected.ANYTHING;
        return sentence.endsWith("?") && (little || INVERTED.matcher(plain).matches())
                || words.size() >= ASKS_AT_LEAST && ASKS.matcher(plain).matches();
    }

    /** "Can I", "Can I have", "Is the dentist", "Where do I": the verb waits for its object, or the subject for what is asked of it. */
    static boolean isHalf(List<String> words) {
        int verb = isQuestionWord(words.get(0)) ? auxiliary(words) : 0;
        if (verb < 0 || !AUXILIARIES.contains(words.get(verb))) {
            return false;
        }
        List<String> rest = words.subList(verb, words.size());
        if (verb > 0) {
            return DO.contains(rest.get(0)) && (rest.size() <= 2 || rest.size() == 3 && BEFORE_A_NOUN.contains(rest.get(1)));
        }
        boolean within = words.stream().anyMatch(QUESTION_WORDS::contains);
        return rest.size() <= 2 || !within && HAS_OR_DO.contains(rest.get(0)) && ALWAYS_TRANSITIVE.contains(rest.get(rest.size() - 1)) && !BEFORE_A_LAST_VERB.contains(rest.get(rest.size() - 2))
                || rest.size() == 3 && (TRANSITIVE.contains(rest.get(2)) || ARTICLES.contains(rest.get(1)) && Set.of("is", "are", "was", "were").contains(rest.get(0)));
    }

    /** Whether it surely has its verb, and what it asks about. */
    static boolean isSure(List<String> words, String plain) {
        if (FRAME.matcher(plain).matches()) {
            return false;
        }
        int verb = auxiliary(words);
        if (verb < 0 || !DO.contains(words.get(verb))) {
            return true;
        }
        List<String> rest = words.subList(verb, words.size());
        return rest.size() != 4 || !BEFORE_A_NOUN.contains(rest.get(1)) || VERBS.contains(rest.get(3));
    }

    /** Where the first auxiliary stands; negative if there is none. */
    private static int auxiliary(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (AUXILIARIES.contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String alternatives(Set<String> words) {
        return String.join("|", words);
    }
}
