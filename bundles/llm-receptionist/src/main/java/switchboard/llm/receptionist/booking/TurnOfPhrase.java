package switchboard.llm.receptionist.booking;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.llm.receptionist.table.Table;

/** What is said or written in some way, for whole words, and what it is in plain English, where $1 is a group. */
record TurnOfPhrase(Pattern words, String english) {

    static TurnOfPhrase of(Table.Row row) {
        return new TurnOfPhrase(Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + row.left() + ")(?:(?<=\\s)|(?![\\p{L}\\p{N}]))"), row.right());
    }

    /** A sentence of the assistant's, word for word; behind "so," it begins with a small letter. */
    static TurnOfPhrase sentence(String own, String english) {
        return new TurnOfPhrase(Pattern.compile(own, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), Matcher.quoteReplacement(english));
    }

    /** Each works on what the one before it has left. */
    static String all(List<TurnOfPhrase> phrases, String said) {
        String words = said;
        for (TurnOfPhrase phrase : phrases) {
            words = phrase.words().matcher(words).replaceAll(phrase.english());
        }
        return words;
    }
}
