package switchboard.conversation.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * English utterances: what their last words still wait for, whether they answer what was asked, whether they ask. A recogniser's
 * question mark proves little: it hears a question in "Can I have" too.
 */
final class EnglishWording implements Wording {

    static final Dictation DICTATION = new Dictation(digits());

    private static final Pattern CLOSING = Pattern.compile(".*\\b(please|thanks|thank you|thank you very much|thanks a lot|bye|goodbye|bye bye|that's (all|it|right|fine|correct))");
    private static final Pattern COMMA = Pattern.compile(",+$");
    private static final Pattern OPEN_ENDED_PUNCTUATION = Pattern.compile(".*(;|:|-|–|—|…|\\.\\.\\.)$");

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
        if (EnglishEnding.neverEnds(words)) {
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
        boolean question = EnglishQuestion.isOne(sentence, words, plain, expected);
        boolean asked = expected != Expected.ANYTHING;
        if (EnglishEnding.isLeftOpen(words, plain, question, expected)) {
            return asked && EnglishEnding.isShortAnswer(words, plain) ? Completeness.LIKELY : Completeness.DOUBTFUL;
        }
        if (OPEN_ENDED_PUNCTUATION.matcher(sentence).matches() || Enumeration.isOpen(sentence, expected)
                || !question && EnglishAnswer.isFirstName(plain, expected)) {
            return Completeness.DOUBTFUL;
        }
        if (question) {
            return EnglishQuestion.isSure(words, plain) && !EnglishStatement.asksWithoutTime(plain) ? Completeness.WHOLE : Completeness.LIKELY;
        }
        if (CLOSING.matcher(plain).matches()) {
            return EnglishStatement.booksWithoutTime(plain) ? Completeness.LIKELY : Completeness.WHOLE;
        }
        if (asked) {
            boolean astray = expected == Expected.WHEN && EnglishStatement.isAbout(words, plain) && EnglishStatement.leavesOpen(words, plain);
            return astray ? Completeness.OPEN : EnglishAnswer.judge(words, plain, expected);
        }
        return EnglishStatement.leavesOpen(words, plain) ? Completeness.OPEN : Completeness.LIKELY;
    }

    private static Map<String, Integer> digits() {
        Map<String, Integer> digits = new HashMap<>(Map.of("double", 1, "triple", 2, "treble", 2));
        set("zero oh o one two three four five six seven eight nine").forEach(word -> digits.put(word, 1));
        return digits;
    }

    static Set<String> set(String list) {
        return Set.of(list.split(" "));
    }
}
