package switchboard.phonemes.english;

import java.util.List;

/** One spelling for characters that mean the same, and nothing that only formats. */
final class Typography {

    static final List<Rewrite> STEPS = List.of(
            Rewrite.of("[\u2018\u2019\u02BC\u00B4`]", "'"),
            Rewrite.of("[\u00AD\u200B-\u200F\u2060\uFE0F\uFEFF]", ""),
            Rewrite.of("[\u00A0\u2000-\u200A\u202F\u3000]", " "),
            Rewrite.of("[\u2010\u2011\u2212]", "-"),
            Rewrite.of("\\.{3,}", "…"),
            Rewrite.of("(?m)^\\s*[-*•]\\s+", ""),
            Rewrite.of("(?m)^\\s*#{1,6}\\s+", ""),
            Rewrite.of("\\*{1,3}|_{2,}|•", " "),
            Rewrite.of("(?<=\\S) ?--+ ?|(?<=[^\\s\\d]) [-–] | [-–] (?=\\D)|(?<=\\p{L})–(?=\\p{L})", " — "));

    private Typography() {
    }
}
