package switchboard.stt.moonshine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Moonshine's manner of writing, learned from old books and subtitles, brought to that of today: whoever reads its words, a
 * booking, a language model or the caller, expects "tomorrow" and "7 p.m.". A yes of one syllable, for which it writes another
 * word, is put right where nothing else is said: a turn of the word "yet" alone means nothing.
 */
final class Spelling {

    private record Rule(Pattern written, String today) {

        Rule(String regex, String today) {
            this(Pattern.compile(regex), today);
        }
    }

    /** After a yes there is nothing, or what makes it one: "Yet perfect," for "yep, perfect". Never "yet another". */
    private static final String ONLY_A_YES = "(?=[,.!]*$|[,.!]? (?:please|perfect|thanks|thank you|sure|right|correct|great|lovely|that's (?:right|correct|fine|it|me|perfect))[,.!]*$)";

    private static final List<Rule> RULES = List.of(
            // Quotation marks around a sentence, which nobody says.
            new Rule("^[\"'\u201c\u2018]+|[\"'\u201d\u2019]+$", ""),
            new Rule("\\b([Tt])o-(day|night|morrow)\\b", "$1o$2"),
            // "7 p m", "7 p M.", "7 p. m..": the stop of a sentence may be among them, so one stays.
            new Rule("(?i)(?<=[\\p{L}\\d] )([ap])\\.? m(?:\\b\\.{0,2}|$)", "$1.m."),
            new Rule("^(?:(?:Um|Uh|Oh|Ah)[,.]? )?(?i:y)(?:et|ap|elp)\\b" + ONLY_A_YES, "Yep"),
            // A voice that ends.
            new Rule("(?<=[\\p{L}\\d]),? [Ee]h[?.,]$", "."),
            new Rule("^Sore\\b" + ONLY_A_YES, "Sure"),
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
