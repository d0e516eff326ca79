package switchboard.assistant.grounding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers in a text, in digits or in English words. In other languages only digits are seen. Stateless. */
final class Numbers {

    private static final Pattern TOKEN = Pattern.compile("[0-9]+(?:[,.][0-9]{3}(?![0-9]))*|\\p{L}+");
    private static final Map<String, Integer> WORDS = words();

    private Numbers() {
    }

    /**
     * The numbers that a text says. "One", "first" and "second" are none: they are said for other reasons; nor is 00, a full hour.
     *
     * @return 7 and 30 for "half past seven" and for "7:30"; 1500 for "1,500" and for "fifteen hundred"
     */
    static Set<Long> in(String text) {
        Set<Long> found = new HashSet<>();
        List<String> tokens = tokens(text);
        for (int i = 0; i < tokens.size(); ) {
            i = digits(tokens.get(i)) ? add(found, tokens, i) : spelled(found, tokens, i);
        }
        return found;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (Matcher matcher = TOKEN.matcher(text.toLowerCase(Locale.ROOT)); matcher.find(); ) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static int add(Set<Long> found, List<String> tokens, int at) {
        String digits = tokens.get(at).replaceAll("[,.]", "");
        if (digits.length() <= 15 && !digits.equals("00")) {
            found.add(Long.parseLong(digits));
        }
        return at + 1;
    }

    /** Reads as many words as belong together; returns the index after them. */
    private static int spelled(Set<Long> found, List<String> tokens, int from) {
        String word = tokens.get(from);
        if (word.equals("half") || word.equals("quarter")) {
            String next = from + 1 < tokens.size() ? tokens.get(from + 1) : "";
            if (next.equals("past") || next.equals("to")) {
                found.add(word.equals("half") ? 30L : 15L);
            }
            return from + 1;
        }
        if (!WORDS.containsKey(word)) {
            return from + 1;
        }
        long sum = WORDS.get(word);
        int next = from + 1;
        for (; next < tokens.size(); next++) {
            String follows = tokens.get(next);
            boolean filler = follows.equals("and") && sum >= 100 && next + 1 < tokens.size() && WORDS.containsKey(tokens.get(next + 1));
            if (follows.equals("hundred") && sum < 100 || follows.equals("thousand") && sum < 1000) {
                sum *= follows.equals("hundred") ? 100 : 1000;
            } else if (!filler && !(WORDS.containsKey(follows) && WORDS.get(follows) < place(sum))) {
                break;
            } else if (!filler) {
                sum += WORDS.get(follows);
            }
        }
        if (next > from + 1 || !Set.of("one", "first", "second").contains(word)) {
            found.add(sum);
        }
        return next;
    }

    /** Below which a word continues a number: "twenty five", "two hundred fifty", but not "seven thirty". */
    private static long place(long sum) {
        return sum >= 1000 && sum % 1000 == 0 ? 1000 : sum >= 100 && sum % 100 == 0 ? 100 : sum >= 20 && sum < 100 && sum % 10 == 0 ? 10
                : sum % 100 >= 20 && sum % 10 == 0 ? 10 : 0;
    }

    private static boolean digits(String token) {
        return Character.isDigit(token.charAt(0));
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new TreeMap<>();
        count(words, 0, 1, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        count(words, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth");
        count(words, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
        words.putAll(Map.of("noon", 12, "midnight", 0, "thirtieth", 30, "dozen", 12));
        return words;
    }

    private static void count(Map<String, Integer> words, int from, int step, String names) {
        int value = from;
        for (String name : names.split(" ")) {
            words.put(name, value);
            value += step;
        }
    }
}
