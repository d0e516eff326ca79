package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers, spoken digit by digit ("oh one seven six, double five") or written. */
final class PhoneWords {

    /** Fewer digits may be a time or a date. */
    private static final int SURE = 6;
    private static final int SHORTEST = 4;
    private static final int ANNOUNCED = 5;
    private static final List<String> ZERO = List.of("oh", "o", "nought", "zero");

    private static final Map<String, Integer> ALIKE = Map.of("won", 1, "to", 2, "too", 2, "tree", 3, "for", 4, "fore", 4, "fife", 5, "sex", 6, "ate", 8, "nein", 9);

    /** "Zero one two, no sorry, zero two one": the number is told anew. */
    private static final Pattern AGAIN = Pattern.compile(".* (?:no|sorry|i mean|again)(?: (?:no|sorry|it's))* ((?:double |triple )?(?:\\+?\\d|plus|" + Numbers.NUMBER + "|oh|o)\\b.*)");

    private PhoneWords() {
    }

    /** @param rest without the number */
    record Found(String number, String rest) {}

    /** @param expected whether a number was asked for, so that a short one counts */
    static Optional<Found> find(String plain, boolean expected) {
        Matcher again = AGAIN.matcher(plain);
        return (again.matches() ? longest(again.group(1), expected) : Optional.<Found>empty()).or(() -> longest(plain, expected));
    }

    private static Optional<Found> longest(String plain, boolean expected) {
        boolean announced = expected || plain.matches(".*\\b(?:phone|telephone|mobile|cell|number|reach me|call me)\\b.*");
        String[] words = plain.replaceAll("\\b\\d{4}-\\d\\d-\\d\\d\\S*", "iso").replaceAll("(?<=\\d)-(?=\\d)", " ").split(" ");
        int bestStart = 0;
        int bestEnd = 0;
        String best = "";
        for (int start = 0; start < words.length; start++) {
            StringBuilder digits = new StringBuilder();
            int end = start;
            while (end < words.length) {
                int taken = digits(words, end, digits);
                if (taken == 0 && announced) {
                    taken = alike(words, end, digits);
                }
                if (taken == 0) {
                    break;
                }
                end += taken;
            }
            if (digits.length() > best.length()) {
                best = digits.toString();
                bestStart = start;
                bestEnd = end;
            }
            start = Math.max(start, end - 1);
        }
        if (best.length() < (expected ? SHORTEST : announced ? ANNOUNCED : SURE)) {
            return Optional.empty();
        }
        String before = String.join(" ", List.of(words).subList(0, bestStart));
        String after = String.join(" ", List.of(words).subList(bestEnd, words.length));
        return Optional.of(new Found(best, (before + " , " + after).strip()));
    }

    /** Appends what the words from a place on say; returns how many were taken. */
    private static int digits(String[] words, int at, StringBuilder digits) {
        String word = words[at];
        if (word.equals("plus") && digits.isEmpty()) {
            digits.append('+');
            return 1;
        }
        if (word.matches("\\+?\\d+") && (word.charAt(0) != '+' || digits.isEmpty())) {
            digits.append(word);
            return 1;
        }
        int times = word.equals("double") ? 2 : word.equals("triple") ? 3 : 0;
        if (times > 0 && at + 1 < words.length) {
            OptionalInt repeated = digit(words[at + 1]);
            if (repeated.isPresent()) {
                digits.append(String.valueOf(repeated.getAsInt()).repeat(times));
                return 2;
            }
            return 0;
        }
        OptionalInt digit = digit(word);
        if (digit.isPresent()) {
            digits.append(digit.getAsInt());
            return 1 + round(words, at + 1, digits);
        }
        return tens(words, at, digits);
    }

    /** "Seven to for one": between digits a word that sounds like one is one. */
    private static int alike(String[] words, int at, StringBuilder digits) {
        boolean between = !digits.isEmpty() && at + 1 < words.length && digits(words, at + 1, new StringBuilder()) > 0;
        Optional<Integer> digit = between ? Optional.ofNullable(ALIKE.get(words[at])) : Optional.empty();
        digit.ifPresent(digits::append);
        return digit.isPresent() ? 1 : 0;
    }

    /** "Nine hundred" are a nine and two noughts. */
    private static int round(String[] words, int at, StringBuilder digits) {
        int noughts = at == words.length ? 0 : words[at].equals("hundred") ? 2 : words[at].equals("thousand") ? 3 : 0;
        digits.append("0".repeat(noughts));
        return noughts > 0 ? 1 : 0;
    }

    private static int tens(String[] words, int at, StringBuilder digits) {
        if (at + 1 < words.length && digit(words[at + 1]).orElse(0) > 0 && words[at].endsWith("ty")) {
            OptionalInt both = Numbers.value(words[at] + " " + words[at + 1]);
            if (both.isPresent()) {
                digits.append(both.getAsInt());
                return 2;
            }
        }
        OptionalInt number = Numbers.value(words[at]);
        number.ifPresent(digits::append);
        return number.isPresent() ? 1 : 0;
    }

    private static OptionalInt digit(String word) {
        if (ZERO.contains(word)) {
            return OptionalInt.of(0);
        }
        OptionalInt number = Numbers.value(word);
        return number.isPresent() && number.getAsInt() < 10 ? number : OptionalInt.empty();
    }
}
