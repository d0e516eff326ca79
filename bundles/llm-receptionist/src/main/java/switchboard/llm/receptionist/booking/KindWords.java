package switchboard.llm.receptionist.booking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the booking is for: one of the company's kinds, however it is called. If the tool lists none, a common name of a service. */
final class KindWords {

    private static final Map<Pattern, String> COMMON = Map.of(
            Pattern.compile("\\bcheck-? ?up\\b"), "check-up", Pattern.compile("\\b(?:cleaning|teeth cleaned|hygienist)\\b"), "cleaning",
            Pattern.compile("\\b(?:treatment|filling|root canal)\\b"), "treatment", Pattern.compile("\\b(?:inspection|inspected|serviced|tune-? ?up)\\b"), "inspection",
            Pattern.compile("\\b(?:repair|repaired|fix|fixed|puncture|flat tyre|flat tire)\\b"), "repair", Pattern.compile("\\b(?:fitting|fitted)\\b"), "fitting",
            Pattern.compile("\\bhair ?cut\\b"), "haircut", Pattern.compile("\\bconsultation\\b"), "consultation");
    /** Other words for common kinds; they count only if the company has the kind. */
    private static final Map<Pattern, String> OTHER_WORDS = new LinkedHashMap<>();

    private static final List<String> AGAINST_TROUBLE = List.of("repair", "treatment", "consultation", "diagnos", "assessment", "examination", "session");

    static {
        other("jabs?|shots?|injections?|vaccines?|vaccinat\\w+|boosters?", "vaccination");
        other("hair ?cuts?|hair cut|(?:my|her|his|the) hair (?:cut|done|trimmed)|cut (?:my|her|his) hair|a trim|new cut", "haircut");
        other("colou?r(?:ed|ing)?|dye[ds]?|dyeing|highlights|roots", "colouring");
        other("blow-? ?(?:dry|dried|out)", "blow dry");
        other("beard", "beard trim");
        other("wash(?:ed)?", "wash");
        other("cleaned|hygienist|hygiene|scale and polish|polish(?:ed|ing)?", "cleaning");
        other("check(?:ed)?-? ?up|checked over|routine check", "check-up");
        other("fillings?|root canal|crown|(?:tooth|teeth)(?:ache)? (?:hurts?|aches?|broke|is broken|fell out|is loose)|toothache|brok(?:e|en) (?:a|my) tooth|chipped|drilled|(?:strong|bad|terrible|lots? of|in) pain", "treatment");
        other("inspect\\w*|servic(?:ed|ing)|service|tune-? ?up|mot|looked over", "inspection");
        other("repair\\w*|fix(?:ed|ing)?|mend(?:ed)?|bent|cracked|squeak\\w*|leak\\w*|wobbl\\w*|broken?|puncture|flat|(?:doesn't|does not|don't|do not) work|(?:not|stopped) working", "repair");
        other("fitt(?:ed|ing)", "fitting");
        other("t[iy]res?|wheels? (?:changed|swapped)", "tyre change");
        other("oil|all change", "oil change");
        other("brakes?|breaks", "brakes");
        other("massaged?", "massage");
        other("sick|ill|limp\\w*|(?:not|isn't) eating|won't eat|not well|see (?:the|a|your) (?:vet|doctor)|looked at|advice", "consultation");
    }

    private KindWords() {
    }

    /** @param kinds of the company; empty if they are not known */
    static Optional<String> in(String plain, List<String> kinds) {
        if (kinds.isEmpty()) {
            return COMMON.entrySet().stream().filter(kind -> kind.getKey().matcher(plain).find()).map(Map.Entry::getValue).sorted().findFirst();
        }
        return kinds.stream().filter(kind -> letters(plain).contains(letters(kind))).max(Comparator.comparingInt(String::length))
                .or(() -> OTHER_WORDS.entrySet().stream().filter(other -> other.getKey().matcher(plain).find())
                        .flatMap(other -> kinds.stream().filter(kind -> letters(kind).contains(letters(other.getValue())))).findFirst())
                .or(() -> kinds.stream().filter(kind -> isNamed(kind, kinds, plain)).findFirst());
    }

    /**
     * What a turn tells in any of its clauses; else what is booked by whoever says what is wrong.
     *
     * @param trouble whether that was said
     * @param kinds   of the company
     */
    static Optional<String> told(Heard turn, boolean trouble, List<String> kinds) {
        return in(Speech.plain(turn.said()), kinds).or(() -> trouble ? againstTrouble(kinds) : Optional.empty());
    }

    private static Optional<String> againstTrouble(List<String> kinds) {
        return AGAINST_TROUBLE.stream().flatMap(wanted -> kinds.stream().filter(kind -> letters(kind).contains(wanted))).findFirst();
    }

    /** The tool may ask for a kind in words that only it knows: what the caller takes up of them is the answer. */
    static Optional<String> takenUp(String asked, String said) {
        String plain = Speech.plain(said);
        return Arrays.stream(Speech.plain(asked).split(" (?:or )?")).filter(word -> word.length() > 3 && plain.contains(word)).findFirst();
    }

    /** Whether a word is said that belongs to this kind alone: "the deep one" of "deep tissue" and "hot stone". */
    private static boolean isNamed(String kind, List<String> kinds, String plain) {
        return Arrays.stream(kind.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 3 && kinds.stream().filter(other -> letters(other).contains(word)).count() == 1)
                .anyMatch(word -> Arrays.stream(plain.split("[^\\p{L}]+")).anyMatch(said -> isAlike(said, word)));
    }

    /** The same word in another form: "cleaned" and "cleaning". */
    private static boolean isAlike(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same >= 4 && same >= Math.max(one.length(), other.length()) - 3;
    }

    private static void other(String words, String kind) {
        OTHER_WORDS.put(Pattern.compile("\\b(?:" + words + ")\\b"), kind);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
