package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the booking is for: one of the tool's kinds if it lists them, otherwise a common name of a service. */
final class KindWords {

    private static final Map<Pattern, String> COMMON = Map.of(
            Pattern.compile("\\bcheck-? ?up\\b"), "check-up", Pattern.compile("\\b(?:cleaning|teeth cleaned|hygienist)\\b"), "cleaning",
            Pattern.compile("\\b(?:treatment|filling|root canal)\\b"), "treatment", Pattern.compile("\\b(?:inspection|inspected|serviced|tune-? ?up)\\b"), "inspection",
            Pattern.compile("\\b(?:repair|repaired|fix|fixed|puncture|flat tyre|flat tire)\\b"), "repair", Pattern.compile("\\b(?:fitting|fitted)\\b"), "fitting",
            Pattern.compile("\\bhair ?cut\\b"), "haircut", Pattern.compile("\\bconsultation\\b"), "consultation");

    private KindWords() {
    }

    static Optional<String> in(String plain, List<String> kinds) {
        Optional<String> common = COMMON.entrySet().stream().filter(kind -> kind.getKey().matcher(plain).find()).map(Map.Entry::getValue).sorted().findFirst();
        if (kinds.isEmpty()) {
            return common;
        }
        return kinds.stream().filter(kind -> letters(plain).contains(letters(kind))).findFirst()
                .or(() -> common.filter(kinds::contains));
    }

    private static String letters(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
