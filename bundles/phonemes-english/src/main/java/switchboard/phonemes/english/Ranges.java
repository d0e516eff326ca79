package switchboard.phonemes.english;

import java.util.List;

/** From this to that: "5-7 pm", "$10-15". */
final class Ranges {

    private static final String NUMBER = "\\d{1,4}(?:,\\d{3}|[.:]\\d{1,2})?";
    private static final String DASH = "\\s?[-–—]\\s?";

    static final List<Rewrite> STEPS = List.of(
            Rewrite.of("([$£€])(" + NUMBER + ")" + DASH + "[$£€]?(" + NUMBER + ")(?![\\d-])", "$2 to $1$3"),
            Rewrite.of("(?<![\\w.,:/-])(" + NUMBER + "(?:\\s?%|\\s?[AaPp]\\.?[Mm]\\b\\.?)?)" + DASH + "(?=" + NUMBER + "(?![\\d/-]))", "$1 to "));

    private Ranges() {
    }
}
