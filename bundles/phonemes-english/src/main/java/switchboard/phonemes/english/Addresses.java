package switchboard.phonemes.english;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail and web addresses: "info at tomatitos dot example". */
final class Addresses {

    private static final String LABELS = "[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})";
    private static final String TOP_LEVEL = "com|org|net|edu|gov|info|biz|app|dev|shop|online|example|test|io|ai|eu|uk|de|es|fr|ch|ca|nl|mx";

    static final List<Rewrite> STEPS = List.of(
            Rewrite.of("(?<![\\w.+-])\\w[\\w.+-]{0,63}@" + LABELS + "{1,6}", Addresses::read),
            Rewrite.of("(?i)\\bhttps?://([^\\s<>\"]{0,500}[\\w/])", Addresses::readFirstGroup),
            Rewrite.of("(?i)\\bwww\\.[^\\s<>\"]{0,500}[\\w/]", Addresses::read),
            Rewrite.of("(?<![\\w.@-])[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.(?:" + TOP_LEVEL
                    + ")(?![\\w-])(?:/[\\w./-]{0,200}[\\w/])?", Addresses::read));

    private static final Map<String, String> MARKS = Map.ofEntries(Map.entry(".", "dot"), Map.entry("@", "at"), Map.entry("-", "dash"),
            Map.entry("_", "underscore"), Map.entry("/", "slash"), Map.entry(":", "colon"), Map.entry("?", "question mark"),
            Map.entry("=", "equals"), Map.entry("&", "and"), Map.entry("+", "plus"), Map.entry("%", "percent"), Map.entry("#", "hash"),
            Map.entry("~", "tilde"));

    private static final Pattern PART = Pattern.compile("\\p{L}+|\\d+|.");
    private static final Pattern COUNTRY = Pattern.compile("(?<=\\.)[A-Za-z]{2}(?=/|$)");

    private Addresses() {
    }

    private static String readFirstGroup(MatchResult match) {
        return read(match.group(1));
    }

    private static String read(MatchResult match) {
        return read(match.group());
    }

    private static String read(String address) {
        String bare = COUNTRY.matcher(address.replaceAll("/$", "")).replaceAll(code -> code.group().toUpperCase(ROOT));
        StringBuilder words = new StringBuilder(" ");
        Matcher part = PART.matcher(bare);
        while (part.find()) {
            words.append(word(part.group())).append(' ');
        }
        return words.toString();
    }

    private static String word(String part) {
        if (Character.isDigit(part.charAt(0))) {
            return Numbers.oneByOne(part);
        }
        if (Character.isLetter(part.codePointAt(0))) {
            return part.matches("(?i)[^aeiouy]{1,4}") ? part.toUpperCase(ROOT) : part;
        }
        return MARKS.getOrDefault(part, "");
    }
}
