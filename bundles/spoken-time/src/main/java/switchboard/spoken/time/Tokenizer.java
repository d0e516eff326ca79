package switchboard.spoken.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a text into words, digits and marks. Confined to one thread; used once. */
final class Tokenizer {

    /** What may stand behind digits without a space and leave them a number. */
    private static final Set<String> UNITS = Set.of("am", "pm", "ish", "h", "hr", "hrs", "hours", "min", "mins", "oclock", "pax", "p", "a", "t");

    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");

    private static final int MOST_DIGITS = 9;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokenizer(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        // Some letters, such as a dotted capital I, change their length: offsets count more than their case.
        this.text = lower.length() == text.length() ? lower : text;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                digits();
            } else if (Character.isLetter(c)) {
                boolean unit = glued(at) && tokens.get(tokens.size() - 1).is(Token.Kind.NUMBER);
                word(at, wordEnd(at, !unit));
            } else if (Character.isWhitespace(c) || joinsWords()) {
                at++;
            } else {
                add(new Token(Token.Kind.MARK, mark(c), -1, at, at + 1, glued(at)));
            }
        }
        return tokens;
    }

    private void digits() {
        int start = at;
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int lettersEnd = wordEnd(end, false);
        String letters = plain(text.substring(end, lettersEnd));
        String number = text.substring(start, end);
        int value = number.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(number);
        if (letters.isEmpty() || UNITS.contains(letters)) {
            add(new Token(Token.Kind.NUMBER, number, value, start, end, glued(start)));
        } else if (ORDINAL_ENDINGS.contains(letters)) {
            add(new Token(Token.Kind.ORDINAL, number, value, start, lettersEnd, glued(start)));
        } else {
            add(Token.word(number + letters, start, lettersEnd, glued(start)));
        }
    }

    private void word(int start, int end) {
        add(Token.word(plain(text.substring(start, end)), start, end, glued(start)));
    }

    /** Behind the word that starts there; dots belong to it in "p.m." only. */
    private int wordEnd(int start, boolean digitsToo) {
        int meridiem = meridiemEnd(start);
        if (meridiem > start) {
            return meridiem;
        }
        int end = start;
        while (end < text.length() && (Character.isLetter(text.charAt(end))
                || end > start && (isApostrophe(text.charAt(end)) || digitsToo && isDigit(text.charAt(end))))) {
            end++;
        }
        return end;
    }

    private int meridiemEnd(int start) {
        boolean here = start + 2 < text.length() && "ap".indexOf(text.charAt(start)) >= 0 && text.charAt(start + 1) == '.'
                && text.charAt(start + 2) == 'm' && !isLetterAt(start + 3);
        if (!here) {
            return start;
        }
        return start + 3 < text.length() && text.charAt(start + 3) == '.' ? start + 4 : start + 3;
    }

    private boolean isLetterAt(int i) {
        return i < text.length() && Character.isLetter(text.charAt(i));
    }

    /** A hyphen in "half-past" is as good as a space; in "12-24" it is not. */
    private boolean joinsWords() {
        return isDash(text.charAt(at)) && at > 0 && at + 1 < text.length()
                && (Character.isLetter(text.charAt(at - 1)) || Character.isLetter(text.charAt(at + 1)))
                && !Character.isWhitespace(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at + 1));
    }

    private static String plain(String word) {
        String w = word.replace('\u2019', '\'').replace(".", "");
        if (w.endsWith("'s")) {
            w = w.substring(0, w.length() - 2);
        } else if (w.endsWith("'")) {
            w = w.substring(0, w.length() - 1);
        }
        return w.equals("o'clock") ? "oclock" : w;
    }

    private static String mark(char c) {
        return isDash(c) ? "-" : String.valueOf(c);
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '\u2013' || c == '\u2014';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean glued(int start) {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).end() == start;
    }

    private void add(Token token) {
        tokens.add(token);
        at = token.end();
    }
}
