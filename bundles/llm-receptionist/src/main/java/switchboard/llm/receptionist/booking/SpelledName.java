package switchboard.llm.receptionist.booking;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A name letter by letter, as recognisers write it: "M. I. double L, E, R", "M-i-l-l-e-r", "am I L. L. E. R.", "M for Mike, I, L".
 *
 * @param letters the name
 * @param before  what was said before it
 * @param after   what was said after it
 */
record SpelledName(String letters, String before, String after) {

    private static final int SHORTEST = 3;
    /** Letters of a name that one misheard letter does not make another name. */
    private static final int SHORTEST_MISHEARD = 4;
    private static final int MOST_MISHEARD = 2;
    /** A letter that is said with a word for it, "M as in Mike". */
    private static final Pattern AS_IN = Pattern.compile("(?i)(?<!['’])\\b([a-z]),? (?:as in|like|for) [a-z]+\\b");
    /** "Emma's in Mike, and as in November": whatever the letter was taken for, the word behind tells it. */
    private static final String BY_WORD = "(?:[\\p{L}'’]{1,7},? ){1,2}?(?:as |is |has )?(?:in|for|like) \\p{L}{3,}";
    private static final Pattern BY_WORDS = Pattern.compile("(?i)\\b" + BY_WORD + "(?:[,.]? (?:and )?" + BY_WORD + "){2,}");
    private static final Pattern INITIAL = Pattern.compile("(?i)(?:in|for|like) (\\p{L})\\p{L}{2,}(?=[,.]| |$)");
    /** "E as in Echo": nothing else that is listed begins so. */
    private static final Pattern LETTER_AND_WORD = Pattern.compile("(?i)\\b([a-z]),? (?:as in|for|like) \\1\\p{L}+");
    private static final int SURE = 2;
    /** "And for Mike, I": the word behind tells the letter, where others follow. */
    private static final Pattern LETTER_FOR = Pattern.compile("(?i)\\b(?:and|an|am|em|in|are|see|be|why|you|tea|eye|oh),? (?:for|as in) ([a-z])[a-z]+(?=,? (?:double )?[a-z]\\b(?!'))");
    private static final String LETTER = "(?:double )?\\p{L}(?![\\p{L}'])";
    /** "Am I L. L. E. R.", which is no question. */
    private static final Pattern AM = Pattern.compile("(?i)\\bam(?=[,.]? i[,. -]+(?:" + LETTER + "[,. -]*){2})");
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("are", "r"), Map.entry("art", "r"), Map.entry("ar", "r"), Map.entry("see", "c"), Map.entry("sea", "c"), Map.entry("why", "y"),
            Map.entry("you", "u"), Map.entry("tea", "t"), Map.entry("tee", "t"), Map.entry("bee", "b"), Map.entry("be", "b"), Map.entry("oh", "o"), Map.entry("el", "l"), Map.entry("ell", "l"), Map.entry("em", "m"),
            Map.entry("am", "m"), Map.entry("en", "n"), Map.entry("jay", "j"), Map.entry("kay", "k"), Map.entry("gee", "g"), Map.entry("pee", "p"), Map.entry("ess", "s"), Map.entry("eff", "f"), Map.entry("dee", "d"),
            Map.entry("zed", "z"), Map.entry("zee", "z"), Map.entry("eye", "i"), Map.entry("ex", "x"), Map.entry("hey", "a"));
    /** A word for a letter behind two letters: "L. E. are". */
    private static final Pattern WORD = Pattern.compile("(?i)(?<=(?:^|[,. -])[a-z][,.]{0,2}[ -][a-z][,.]{0,2}[ -])(" + String.join("|", WORDS.keySet()) + ")(?=[,.]{0,2}(?:$|[ -]" + LETTER + "))");
    private static final Pattern LETTERS = Pattern.compile("(?i)(?:^|(?<=[\\s,.-]))((?:(?:double |triple )?\\p{L}(?:[\\s,.-]+|$)){3,}|(?:(?:\\p{L}[\\s,.-]+)*double[ -]\\p{L}(?:[\\s,.-]+|$))(?:(?:double[ -])?\\p{L}(?:[\\s,.-]+|$))*)");

    private static final Pattern OPENING = Pattern.compile("(?i)^(?:[^\\p{L}]*(?:no|nope|sorry|it's|it is|that's|that is|with|um+|uh+|actually|wait))*[^\\p{L}]*");

    /** The name that is spelled in what was said; no letters if none is. */
    static SpelledName in(String name) {
        String said = BY_WORDS.matcher(name).replaceAll(words -> LETTER_AND_WORD.matcher(words.group()).results().count() < SURE ? Matcher.quoteReplacement(words.group()) : initials(words.group()));
        String plain = AS_IN.matcher(said).replaceAll("$1");
        String text = AS_IN.matcher(LETTER_FOR.matcher(said).replaceAll("$1")).replaceAll("$1");
        text = WORD.matcher(AM.matcher(text).replaceAll("M")).replaceAll(word -> WORDS.get(word.group().toLowerCase(Locale.ROOT)).toUpperCase(Locale.ROOT));
        text = text.replaceAll("(?i)\\b([a-z])-double-([a-z])\\b", "$1 double $2");
        Matcher letters = LETTERS.matcher(text);
        String found = letters.find() ? joined(letters.group(1)) : "";
        return found.length() < SHORTEST ? new SpelledName("", plain, "") : new SpelledName(found, text.substring(0, letters.start()), text.substring(letters.end()));
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    /** Whether nothing else is said but the name in one word: a correction of it, if none was asked for. */
    boolean isAll() {
        String word = OPENING.matcher(before).replaceFirst("").replaceAll("\\P{L}+$", "").toLowerCase(Locale.ROOT);
        return after.isBlank() && (word.isEmpty() || Spelling.distance(word, letters) <= MOST_MISHEARD);
    }

    /**
     * The name that is meant by both, spoken and spelled. Spelled counts, since names that sound alike are spelled for that; but a vowel
     * in the place of a consonant, or a word without any vowel, are letters misheard.
     */
    String meant(String spoken) {
        String heard = spoken.toLowerCase(Locale.ROOT);
        boolean misheard = heard.length() >= SHORTEST_MISHEARD && (!letters.matches(".*[aeiouy].*")
                || heard.length() == letters.length() && differences(heard).allMatch(i -> areOfTwoKinds(heard.charAt(i), letters.charAt(i))) && differences(heard).count() <= MOST_MISHEARD);
        return misheard ? spoken : NameWords.capitalised(letters, true);
    }

    private IntStream differences(String heard) {
        return IntStream.range(0, heard.length()).filter(i -> heard.charAt(i) != letters.charAt(i));
    }

    /** A vowel and a consonant; Y and W, as in Smyth and Brown, are both. */
    private static boolean areOfTwoKinds(char one, char other) {
        return "yw".indexOf(one) < 0 && "yw".indexOf(other) < 0 && "aeiou".indexOf(one) >= 0 != "aeiou".indexOf(other) >= 0;
    }

    private static String initials(String words) {
        return INITIAL.matcher(words).results().map(word -> word.group(1).toUpperCase(Locale.ROOT)).collect(Collectors.joining(" "));
    }

    private static String joined(String letters) {
        StringBuilder name = new StringBuilder();
        int times = 1;
        for (String part : letters.toLowerCase(Locale.ROOT).split("[\\s,.-]+")) {
            if (part.equals("double") || part.equals("triple")) {
                times = part.equals("double") ? 2 : 3;
            } else {
                name.append(part.repeat(times));
                times = 1;
            }
        }
        return name.toString();
    }
}
