package switchboard.phonemes.english;

import static java.util.Locale.ROOT;

import java.text.Normalizer.Form;
import java.util.Map;
import java.util.regex.Pattern;

/** Other people's letters as ours. */
final class Letters {

    /** Letters that are more than a Latin letter with a mark. */
    private static final Map<String, String> LIGATURES = Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "oe", "ł", "w", "đ", "d", "ð", "th",
            "þ", "th", "ı", "i", "ç", "s");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LATIN = Pattern.compile("[^a-zñ']+");
    private static final Pattern VOWEL = Pattern.compile("(?i)[aeiouy]");

    /** An e that is not silent, as the accent says: "soufflé". */
    private static final Pattern FINAL_E = Pattern.compile("ée?$");

    private Letters() {
    }

    /** Lower case a to z, ñ and apostrophes; marks are dropped, other scripts too. */
    static String latin(String word) {
        StringBuilder latin = new StringBuilder();
        for (int letter : FINAL_E.matcher(word.toLowerCase(ROOT)).replaceFirst("ay").codePoints().toArray()) {
            String text = Character.toString(letter);
            latin.append(text.equals("ñ") ? text : LIGATURES.getOrDefault(text, withoutMarks(text)));
        }
        return NOT_LATIN.matcher(latin).replaceAll("");
    }

    static String withoutMarks(String text) {
        return MARKS.matcher(java.text.Normalizer.normalize(text, Form.NFKD)).replaceAll("");
    }

    static boolean hasVowel(String word) {
        return VOWEL.matcher(withoutMarks(word)).find();
    }
}
