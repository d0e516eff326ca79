package switchboard.phonemes.english;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Guesses parts of speech from the word and the one before it: enough to tell most homographs apart ("the record",
 * "to record"). It stands in for the statistical tagger that misaki uses.
 */
final class Tagger {

    private static final Set<String> DETERMINERS = words("a an this that these those the");
    private static final Set<String> PREPOSITIONS = words("in of for by at on with from into about as than if because while "
            + "before after until vs");
    private static final Set<String> PRONOUNS = words("i you we they who");
    private static final Set<String> BEFORE_INFINITIVE = words("to will can could would should must may might shall don't "
            + "didn't doesn't won't can't couldn't let's please i'll you'll we'll they'll he'll she'll");
    private static final Set<String> BEFORE_PARTICIPLE = words("have has had i've you've we've is was were been be are being "
            + "get got");
    private static final Set<String> BEFORE_NOUN = words("a an this that these those the my your his her its our their some "
            + "any no every each");
    private static final Set<String> SUBJECTS = words("i you we they who he she it");
    private static final String PAUSES = ";:,.!?—…";

    List<Tag> tags(List<Token> tokens) {
        List<Tag> tags = new ArrayList<>(tokens.size());
        String previous = "";
        boolean start = true;
        for (Token token : tokens) {
            String word = token.text().toLowerCase(ROOT);
            tags.add(tag(token, word, previous, start));
            start = !token.isWord() && (start || ".!?".contains(word));
            previous = word;
        }
        return tags;
    }

    private static Tag tag(Token token, String word, String previous, boolean start) {
        if (!token.isWord()) {
            return PAUSES.contains(word) ? Tag.PAUSE : Tag.SYM;
        }
        if (word.equals("to")) {
            return Tag.TO;
        }
        if (token.text().equals("A") && !start) {
            return Tag.NNP;
        }
        if (DETERMINERS.contains(word)) {
            return Tag.DT;
        }
        if (PREPOSITIONS.contains(word)) {
            return Tag.IN;
        }
        if (PRONOUNS.contains(word)) {
            return Tag.PRP;
        }
        if (Character.isUpperCase(token.text().codePointAt(0)) && !start) {
            return Tag.NNP;
        }
        return fromPrevious(word, previous);
    }

    private static Tag fromPrevious(String word, String previous) {
        if (word.equals("used") && SUBJECTS.contains(previous)) {
            return Tag.VBD;
        }
        if (BEFORE_INFINITIVE.contains(previous)) {
            return Tag.VB;
        }
        if (PRONOUNS.contains(previous)) {
            return Tag.VBP;
        }
        if (BEFORE_PARTICIPLE.contains(previous)) {
            return Tag.VBN;
        }
        return BEFORE_NOUN.contains(previous) ? Tag.NN : Tag.XX;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
