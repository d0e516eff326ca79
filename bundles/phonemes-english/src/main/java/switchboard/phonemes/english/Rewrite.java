package switchboard.phonemes.english;

import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One step of the normaliser: what matches is said in other words. */
record Rewrite(Pattern pattern, Function<MatchResult, String> words) {

    static Rewrite of(String regex, Function<MatchResult, String> words) {
        return new Rewrite(Pattern.compile(regex), words);
    }

    /** @param template may name groups, as in {@code $1}; a group that took no part is empty */
    static Rewrite of(String regex, String template) {
        return of(regex, match -> fill(template, match));
    }

    private static String fill(String template, MatchResult match) {
        String filled = template;
        for (int i = 1; i <= match.groupCount(); i++) {
            filled = filled.replace("$" + i, group(match, i));
        }
        return filled;
    }

    /** The text of a group; empty if it took no part. */
    static String group(MatchResult match, int number) {
        return Objects.requireNonNullElse(match.group(number), "");
    }

    String apply(String text) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(words.apply(match)));
    }
}
