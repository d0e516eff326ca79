package switchboard.phonemes.english;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One context rule of letter-to-sound: these letters, in that surrounding, are these phones. */
record LetterRule(char firstLetter, Pattern pattern, List<Phone> phones) {

    /** Repetitions are bounded, because Java looks behind only as far as it can count. */
    private static final Map<Character, String> CLASSES = Map.of(
            '_', " ",
            '#', "[aeiouy]{1,4}",
            ':', "[bcdfghjklmnpqrstvwxzñ]{0,6}",
            '^', "[bcdfghjklmnpqrstvwxzñ]",
            '.', "[bdgjlmnrvwz]",
            '%', "(?:er|e|es|ed|ing|ely)",
            '&', "(?:[scgzxj]|ch|sh)",
            '@', "(?:[tsrdlznj]|th|ch|sh)",
            '+', "[eiy]");

    private static final Pattern FORM = Pattern.compile("([^\\[]*)\\[([^\\]]+)\\]([^=]*)=(.*)");

    static LetterRule parse(String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a letter-to-sound rule: " + line);
        }
        Pattern pattern = Pattern.compile("(?<=" + classes(form.group(1)) + ")" + form.group(2) + "(?=" + classes(form.group(3)) + ")");
        return new LetterRule(form.group(2).charAt(0), pattern, Phone.parse(form.group(4)));
    }

    private static String classes(String context) {
        StringBuilder regex = new StringBuilder();
        for (char symbol : context.toCharArray()) {
            regex.append(CLASSES.getOrDefault(symbol, String.valueOf(symbol)));
        }
        return regex.toString();
    }

    /** How many letters the rule takes at this place of a word between two spaces; 0 if it does not fit. */
    int lettersAt(String word, int at) {
        Matcher matcher = pattern.matcher(word).region(at, word.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() - at : 0;
    }
}
