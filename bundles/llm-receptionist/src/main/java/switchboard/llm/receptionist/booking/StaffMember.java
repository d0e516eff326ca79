package switchboard.llm.receptionist.booking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who can be booked by name. Its patterns are made where it is spoken of, and not for every turn of every call.
 *
 * @param name as the company writes it
 * @param own  words of it that no other has, in small letters
 */
record StaffMember(String name, Set<String> own) {

    private static final Set<String> TITLES = Set.of("doctor", "dr", "mister", "mr", "mrs", "ms", "miss", "professor", "the", "and");
    private static final int SHORTEST = 3;
    private static final String TITLE = "(?:(?:doctor|dr|mister|mr|mrs|ms|miss|professor)\\.? +)?";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}'-]+");

    /** Those with these names. */
    static List<StaffMember> of(List<String> names) {
        return names.stream().map(name -> new StaffMember(name, words(name).stream()
                .filter(word -> names.stream().noneMatch(other -> !other.equals(name) && words(other).contains(word))).collect(Collectors.toUnmodifiableSet()))).toList();
    }

    private static Set<String> words(String name) {
        return Arrays.stream(BETWEEN_WORDS.split(name.toLowerCase(Locale.ROOT))).filter(word -> word.length() >= SHORTEST && !TITLES.contains(word)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a text has the name, or a word of it. */
    boolean isIn(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return lower.contains(name.toLowerCase(Locale.ROOT)) || own.stream().anyMatch(lower::contains);
    }

    /** The whole name, or a word of it that nobody else has, with a title or without: a regular expression. */
    String called() {
        String words = own.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
        return TITLE + "(?:" + Pattern.quote(name) + (words.isEmpty() ? "" : "|(?:" + words + ")(?:,? (?:" + words + "))*") + ")";
    }

    /**
     * Whether a sentence asks for it; in a question a name alone does not: "does Maria do perms?"
     *
     * @param nameAsked whether a name was asked for, so that one that stands alone is the caller's
     */
    boolean isAskedForIn(String sentence, boolean nameAsked) {
        String called = called();
        if (introduces(called).matcher(sentence).find()) {
            return false;
        }
        boolean told = !nameAsked && !StaffWords.isQuestion(sentence);
        return wanted(called).matcher(sentence).find() || told && Pattern.compile("(?i:\\b" + called + "\\b)(?! \\p{Lu})").matcher(sentence).find();
    }

    private static Pattern wanted(String called) {
        return Pattern.compile("(?i)\\b(?:with|by|bei|con|see|want|prefer|ask for|like|get|have|to) " + called + "|\\bis " + called + " (?:free|available|there|in|around|working|doing|cutting|going)|\\b(?:can|could) " + called + " (?:do|see|fit|take)\\b|\\b(?:does|has|when is|is) " + called + " (?:have|got|free)\\b"
                + "|\\b" + called + ",? (?:please|if (?:possible|i can|that's|she|he)|preferably|ideally|again)|\\b(?:it|that|this)(?:'s| is|'ll be| will be)? (?:definitely |still )?" + called + "\\W*(?:right|yes|yeah|correct|isn't it|doing|who|$)");
    }

    /** "My name is Maria", "Maria Lopez here", "it's Maria": the caller. */
    private static Pattern introduces(String called) {
        return Pattern.compile("(?i)\\b(?:my name(?:'s| is)|name is|name's|i'm|i am|this is|under|hi it's|hello it's|for) " + called + "\\b|\\b" + called + "(?: \\p{L}+)? here\\b|\\b" + called + " (?-i:\\p{Lu})\\p{Ll}+\\W*$");
    }

    /** A sentence that asks for it, as if it asked the house. */
    String without(String sentence) {
        String called = called();
        String asked = sentence.replaceAll("(?i)\\bis " + called + "\\b", "are you").replaceAll("(?i)\\bdoes " + called + "\\b", "do you").replaceAll("(?i)\\bhas " + called + "\\b", "have you").replaceAll("(?i)\\b(can|could|would|will) " + called + "\\b", "$1 you");
        return asked.replaceAll("(?i)[ ,]*\\b(?:preferably |ideally |please )?(?:with |by )?" + called + "(?:,? (?:please|if possible|preferably|ideally|again))?", "").replaceAll(" {2,}", " ").strip();
    }
}
