package switchboard.spoken.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts what a language says of days, times and numbers into the English that the grammar reads; all other words stay. Its rules
 * work one after the other, each on what the one before has left. Immutable.
 */
final class Rewriting {

    private record Step(Pattern words, Function<MatchResult, String> english) {}

    private final List<Step> steps;

    private Rewriting(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Collects rules. Confined to one thread. */
    static final class Builder {

        private final List<Step> steps = new ArrayList<>();

        /** @param words a regular expression on small letters, for whole words; groups may be used in the English as {@code $1} */
        Builder say(String words, String english) {
            return say(words, found -> filled(english, found));
        }

        Builder say(String words, Function<MatchResult, String> english) {
            steps.add(new Step(whole(words), english));
            return this;
        }

        Rewriting build() {
            return new Rewriting(steps);
        }

        private static String filled(String english, MatchResult found) {
            String filled = english;
            for (int group = 1; group <= found.groupCount(); group++) {
                filled = filled.replace("$" + group, found.group(group) == null ? "" : found.group(group));
            }
            return filled;
        }

        private static Pattern whole(String words) {
            return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
        }
    }

    /** In small letters. */
    String of(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        for (Step step : steps) {
            words = step.words().matcher(words).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(step.english().apply(found)));
        }
        return words;
    }

    /** The hour before on the dial: of 8 it is 7, of 1 it is 12. */
    static int before(String hour) {
        int number = Integer.parseInt(hour);
        return number == 0 ? 23 : number == 1 ? 12 : number - 1;
    }

    /** "23rd". */
    static String ordinal(int number) {
        boolean teen = number % 100 / 10 == 1;
        return number + (teen ? "th" : switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        });
    }

    /** "19:30", "8:05". */
    static String clock(String hour, String minute) {
        return "%d:%02d".formatted(Integer.parseInt(hour), Integer.parseInt(minute));
    }
}
