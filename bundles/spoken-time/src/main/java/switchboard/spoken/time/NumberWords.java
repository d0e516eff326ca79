package switchboard.spoken.time;

import static switchboard.spoken.time.Token.Kind.NUMBER;
import static switchboard.spoken.time.Token.Kind.ORDINAL;
import static switchboard.spoken.time.Token.Kind.WORD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads "twenty-four" as 24, "thirty-first" as 31st, "two thousand and twenty-six" as 2026; joins nothing else. */
final class NumberWords {

    private static final List<String> SMALL = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");

    private static final List<String> TENS = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final List<String> SMALL_ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh",
            "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
            "eighteenth", "nineteenth", "twentieth");

    private static final int THOUSAND = 1_000;
    private static final int MOST = 9_900;

    private static final Map<String, Integer> CARDINALS = cardinals();
    private static final Map<String, Integer> ORDINALS = ordinals();

    private NumberWords() {}

    static List<Token> join(List<Token> tokens) {
        return hundreds(tens(tokens));
    }

    /** In words, as said aloud; hyphenated as written. */
    static String cardinal(int n) {
        if (n < SMALL.size()) {
            return SMALL.get(n);
        }
        String tens = TENS.get(n / 10 - 2);
        return n % 10 == 0 ? tens : tens + "-" + SMALL.get(n % 10);
    }

    /** In words, 1 to 31. */
    static String ordinal(int n) {
        if (n <= SMALL_ORDINALS.size()) {
            return SMALL_ORDINALS.get(n - 1);
        }
        return n == 30 ? "thirtieth" : TENS.get(n / 10 - 2) + "-" + SMALL_ORDINALS.get(n % 10 - 1);
    }

    private static List<Token> tens(List<Token> tokens) {
        List<Token> joined = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = single(tokens.get(i));
            Token next = i + 1 < tokens.size() ? single(tokens.get(i + 1)) : token;
            boolean pair = spelled(token) && token.value() >= 20 && token.value() % 10 == 0
                    && spelled(next) && next.value() >= 1 && next.value() <= 9;
            if (pair) {
                token = token.upTo(next, next.kind(), token.value() + next.value());
                i++;
            }
            addUnglued(joined, token);
        }
        return joined;
    }

    /** "sevenish" is a number and a word. */
    private static void addUnglued(List<Token> to, Token token) {
        String stem = token.word().endsWith("ish") ? token.word().substring(0, token.word().length() - 3) : "";
        Integer value = CARDINALS.get(stem);
        if (token.is(WORD) && value != null) {
            int cut = token.end() - 3;
            to.add(new Token(NUMBER, stem, value, token.start(), cut, token.glued()));
            to.add(Token.word("ish", cut, token.end(), true));
        } else {
            to.add(token);
        }
    }

    private static List<Token> hundreds(List<Token> tokens) {
        List<Token> joined = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int scale = i + 1 < tokens.size() && isCount(tokens, i) ? scale(tokens.get(i + 1)) : 0;
            if (scale == 0 || token.value() * scale > MOST) {
                joined.add(token);
                continue;
            }
            int tail = tail(tokens, i + 2, scale);
            int last = tail < 0 ? i + 1 : tail;
            joined.add(token.upTo(tokens.get(last), NUMBER, token.value() * scale + (tail < 0 ? 0 : tokens.get(tail).value())));
            i = last;
        }
        return joined;
    }

    /** The twenty-six of "two thousand and twenty-six"; -1 if nothing follows. Hundreds need the "and". */
    private static int tail(List<Token> tokens, int i, int scale) {
        boolean and = i < tokens.size() && tokens.get(i).word().equals("and");
        int tail = and ? i + 1 : i;
        return (and || scale == THOUSAND) && isCount(tokens, tail) && tokens.get(tail).value() < 100 ? tail : -1;
    }

    private static boolean isCount(List<Token> tokens, int i) {
        return i < tokens.size() && tokens.get(i).is(NUMBER) && spelled(tokens.get(i));
    }

    private static int scale(Token token) {
        return switch (token.word()) {
            case "hundred" -> 100;
            case "thousand" -> THOUSAND;
            default -> 0;
        };
    }

    private static boolean spelled(Token token) {
        return (token.is(NUMBER) || token.is(ORDINAL)) && !Character.isDigit(token.word().charAt(0));
    }

    private static Token single(Token token) {
        if (!token.is(WORD)) {
            return token;
        }
        Integer cardinal = CARDINALS.get(token.word());
        Integer ordinal = ORDINALS.get(token.word());
        return cardinal != null ? token.upTo(token, NUMBER, cardinal) : ordinal != null ? token.upTo(token, ORDINAL, ordinal) : token;
    }

    private static Map<String, Integer> cardinals() {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < SMALL.size(); i++) {
            map.put(SMALL.get(i), i);
        }
        for (int i = 0; i < TENS.size(); i++) {
            map.put(TENS.get(i), 20 + 10 * i);
        }
        map.put("fourty", 40);
        return Map.copyOf(map);
    }

    private static Map<String, Integer> ordinals() {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < SMALL_ORDINALS.size(); i++) {
            map.put(SMALL_ORDINALS.get(i), i + 1);
        }
        map.put("thirtieth", 30);
        return Map.copyOf(map);
    }
}
