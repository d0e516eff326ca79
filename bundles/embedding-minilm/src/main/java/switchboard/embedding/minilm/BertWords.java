package switchboard.embedding.minilm;

import java.text.Normalizer;
import java.util.List;

/**
 * A text as BERT's words: lower case, without accents and control characters; every mark of punctuation and every Chinese
 * character is a word of its own.
 *
 * @see <a href="https://github.com/google-research/bert/blob/master/tokenization.py">BasicTokenizer of BERT</a>
 */
final class BertWords {

    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private BertWords() {
    }

    static List<String> of(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 16);
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints()
                .filter(c -> !isDropped(c))
                .forEach(c -> append(spaced, c));
        String words = spaced.toString().strip();
        return words.isEmpty() ? List.of() : List.of(words.split(" +"));
    }

    private static void append(StringBuilder spaced, int c) {
        if (isSpace(c)) {
            spaced.append(' ');
        } else if (isPunctuation(c) || isChinese(c)) {
            spaced.append(' ').appendCodePoint(c).append(' ');
        } else {
            spaced.appendCodePoint(Character.toLowerCase(c));
        }
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isDropped(int c) {
        if (isSpace(c)) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
            default -> c == REPLACEMENT_CHARACTER;
        };
    }

    /** In ASCII all that is neither letter nor digit, symbols too; beyond it, what Unicode calls punctuation, and no symbols. */
    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Han characters only: Japanese kana and Korean are written in words. */
    private static boolean isChinese(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && Character.isIdeographic(c);
    }
}
