package switchboard.phonemes.english;

import java.util.List;

/** Signs that are said, and signs that are not. */
final class Symbols {

    static final List<Rewrite> STEPS = List.of(
            Rewrite.of("#(?=\\p{L})", "hashtag "),
            Rewrite.of("#", " hash "),
            Rewrite.of("=", " equals "),
            Rewrite.of("×", " times "),
            Rewrite.of("\\band/or\\b", "and or"),
            Rewrite.of("(?<=\\p{L})/(?=(?:day|week|month|year|hour|night|person|head)\\b)", " per "),
            Rewrite.of("(?<=\\p{Ll})\\s?/\\s?(?=\\p{Ll})", " or "),
            Rewrite.of("(?<=[\\p{L}\\d])\\s?/\\s?(?=[\\p{L}\\d])", " slash "),
            Rewrite.of("~(?=\\s?\\p{L})", "about "),
            Rewrite.of("([&%+@])", " $1 "),
            Rewrite.of("(?<=[!?,;:])(?=\\p{L})|(?<=\\p{Ll}{2}\\.)(?=\\p{Lu}\\p{L})", " "),
            Rewrite.of("[$€£<>|\\\\^~_{}\\[\\]/]", " "),
            Rewrite.of("\\s+(?=[.,;:!?…])", ""));

    private Symbols() {
    }
}
