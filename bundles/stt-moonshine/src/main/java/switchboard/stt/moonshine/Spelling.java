package switchboard.stt.moonshine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Moonshine's manner of writing, learned from old books and subtitles, brought to that of today: whoever reads its words, a
 * booking, a language model or the caller, expects "tomorrow" and "7 p.m.".
 */
final class Spelling {

    private record Rule(Pattern written, String today) {

        Rule(String regex, String today) {
            this(Pattern.compile(regex), today);
        }
    }

    private static final List<Rule> RULES = List.of(
            // Quotation marks around a sentence, which nobody says.
            new Rule("^[\"'\u201c\u2018]+|[\"'\u201d\u2019]+$", ""),
            new Rule("\\b([Tt])o-(day|night|morrow)\\b", "$1o$2"),
            // "7 p m", "7 p M.", "7 p. m..": the stop of a sentence may be among them, so one stays.
            new Rule("(?i)(?<=[\\p{L}\\d] )([ap])\\.? m(?:\\b\\.{0,2}|$)", "$1.m."),
            new Rule("(?<!\\.)\\.\\.(?!\\.)", "."));

    private Spelling() {
    }

    static String modern(String text) {
        String words = text;
        for (Rule rule : RULES) {
            words = rule.written().matcher(words).replaceAll(rule.today());
        }
        return words;
    }
}
