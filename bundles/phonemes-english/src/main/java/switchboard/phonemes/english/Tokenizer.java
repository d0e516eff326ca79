package switchboard.phonemes.english;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Splits text into words, punctuation and symbols.
 *
 * <p>A word is letters, with single {@code '} {@code .} {@code -} between letters, and may end in {@code '}. A word with
 * hyphens is taken apart unless it is known as a whole, with them or without ("re-open"). (Written by hand, because java.util.regex overflows the stack on
 * long alternations.)
 */
final class Tokenizer {

    private final Predicate<String> known;

    /** @param known whether a hyphenated word is to be left whole */
    Tokenizer(Predicate<String> known) {
        this.known = known;
    }

    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        boolean spaced = false;
        int at = 0;
        while (at < text.length()) {
            int symbol = text.codePointAt(at);
            if (Character.isWhitespace(symbol)) {
                spaced = true;
                at += Character.charCount(symbol);
                continue;
            }
            int end = Character.isLetter(symbol) ? wordEnd(text, at) : at + Character.charCount(symbol);
            add(text.substring(at, end), spaced, tokens);
            spaced = false;
            at = end;
        }
        return tokens;
    }

    private void add(String text, boolean spaced, List<Token> tokens) {
        if (text.indexOf('-') <= 0 || known.test(text)) {
            tokens.add(new Token(text, spaced));
            return;
        }
        String joined = text.replace("-", "");
        if (known.test(joined)) {
            tokens.add(new Token(joined, spaced));
            return;
        }
        boolean first = true;
        for (String part : text.split("-")) {
            tokens.add(new Token(part, !first || spaced));
            first = false;
        }
    }

    private static int wordEnd(String text, int start) {
        int at = lettersEnd(text, start);
        while (at + 1 < text.length() && "'.-".indexOf(text.charAt(at)) >= 0 && isLetterAt(text, at + 1)) {
            at = lettersEnd(text, at + 1);
        }
        return at < text.length() && text.charAt(at) == '\'' ? at + 1 : at;
    }

    private static int lettersEnd(String text, int start) {
        int at = start;
        while (at < text.length() && isLetterAt(text, at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isLetterAt(String text, int at) {
        return Character.isLetter(text.codePointAt(at));
    }
}
