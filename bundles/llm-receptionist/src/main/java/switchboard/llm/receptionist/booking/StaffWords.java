package switchboard.llm.receptionist.booking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import switchboard.llm.receptionist.acts.Clauses;

/**
 * Whom a caller asks for, of those who can be booked by name.
 *
 * @param who  the name as the company writes it; empty if nobody was asked for
 * @param any  whether anybody will do, whoever was asked for before
 * @param rest the turn without that
 */
record StaffWords(Optional<String> who, boolean any, String rest) {

    private static final Set<String> TITLES = Set.of("doctor", "dr", "mister", "mr", "mrs", "ms", "miss", "professor", "the", "and");
    private static final int SHORTEST = 3;
    private static final String TITLE = "(?:(?:doctor|dr|mister|mr|mrs|ms|miss|professor)\\.? +)?";
    private static final Pattern ANYONE = Pattern.compile("(?i)\\b(?:(?:with )?(?:anyone|anybody|whoever)(?: (?:is free|will do|is fine))?|(?:no|haven't a|don't have a) preference|(?:don't|do not) (?:mind|care) (?:who|which one)|(?:doesn't|does not) matter who)\\b");
    private static final Pattern QUESTION = Pattern.compile("(?i)^\\W*(?:(?:and|but|so|um+|uh+|oh|sorry) )*(?:is|are|does|do|has|have|can|could|would|will|what|when|who|how|which|where)\\b.*");
    private static final Pattern DETAIL = Pattern.compile("\\b(?:" + IntentWords.TIMEY + "|" + Numbers.NUMBER + "|anything|something|when|what time)\\b");

    /**
     * @param said  the turn
     * @param asked what the assistant asked for: where that was a name, one that stands alone is the caller's
     * @param staff names of those who can be asked for
     */
    static StaffWords in(String said, Optional<Slot> asked, List<String> staff) {
        if (staff.isEmpty()) {
            return new StaffWords(Optional.empty(), false, said);
        }
        boolean nameAsked = asked.equals(Optional.of(Slot.NAME));
        StringBuilder rest = new StringBuilder();
        Optional<String> who = Optional.empty();
        for (String sentence : Clauses.sentences(said)) {
            String meant = refused(staff).matcher(sentence).replaceAll(" ");
            List<String> named = staff.stream().filter(name -> asks(name, staff, meant, nameAsked)).toList();
            boolean one = named.size() == 1;
            who = one ? Optional.of(named.get(0)) : who;
            boolean nothingElse = one && (QUESTION.matcher(sentence).matches() || sentence.endsWith("?")) && !DETAIL.matcher(Speech.plain(sentence)).find();
            rest.append(nothingElse ? "" : one ? without(named.get(0), staff, meant) + " " : sentence + " ");
        }
        boolean any = who.isEmpty() && ANYONE.matcher(said).find();
        return new StaffWords(who, any, who.isEmpty() ? said : rest.toString().strip());
    }

    /** What is known of a booking after it. */
    Slots heard(Slots slots) {
        return any ? slots.withStaff(Optional.empty()) : who.isPresent() ? slots.withStaff(who) : slots;
    }

    /** In a question a name alone is not asked for: "does Maria do perms?" */
    private static boolean asks(String name, List<String> staff, String sentence, boolean nameAsked) {
        String called = called(name, staff);
        String wanted = "\\b(?:with|by|bei|con|see|want|prefer|ask for|like|get|have|to) " + called + "|\\bis " + called + " (?:free|available|there|in|around|working|doing|cutting|going)|\\b(?:can|could) " + called + " (?:do|see|fit|take)\\b|\\b(?:does|has|when is|is) " + called + " (?:have|got|free)\\b"
                + "|\\b" + called + ",? (?:please|if (?:possible|i can|that's|she|he)|preferably|ideally|again)|\\b(?:it|that|this)(?:'s| is|'ll be| will be)? (?:definitely |still )?" + called + "\\W*(?:right|yes|yeah|correct|isn't it|doing|who|$)";
        if (Pattern.compile(wanted, Pattern.CASE_INSENSITIVE).matcher(sentence).find()) {
            return !introduces(called).matcher(sentence).find();
        }
        boolean told = !nameAsked && !QUESTION.matcher(sentence).matches() && !sentence.endsWith("?") && !introduces(called).matcher(sentence).find();
        return told && Pattern.compile("(?i:\\b" + called + "\\b)(?! \\p{Lu})").matcher(sentence).find();
    }

    /** "My name is Maria", "Maria Lopez here", "it's Maria": the caller. */
    private static Pattern introduces(String called) {
        return Pattern.compile("(?i)\\b(?:my name(?:'s| is)|name is|name's|i'm|i am|this is|under|hi it's|hello it's|for) " + called + "\\b|\\b" + called + "(?: \\p{L}+)? here\\b|\\b" + called + " (?-i:\\p{Lu})\\p{Ll}+\\W*$");
    }

    private static Pattern refused(List<String> staff) {
        String any = staff.stream().map(name -> called(name, staff)).collect(Collectors.joining("|"));
        return Pattern.compile("(?i),? ?\\b(?:not|rather than|instead of|anyone but|except)(?: with)? (?:" + any + ")\\b,?");
    }

    private static String without(String name, List<String> staff, String sentence) {
        String called = called(name, staff);
        String asked = sentence.replaceAll("(?i)\\bis " + called + "\\b", "are you").replaceAll("(?i)\\bdoes " + called + "\\b", "do you").replaceAll("(?i)\\bhas " + called + "\\b", "have you").replaceAll("(?i)\\b(can|could|would|will) " + called + "\\b", "$1 you");
        return asked.replaceAll("(?i)[ ,]*\\b(?:preferably |ideally |please )?(?:with |by )?" + called + "(?:,? (?:please|if possible|preferably|ideally|again))?", "").replaceAll(" {2,}", " ").strip();
    }

    /** The whole name, or a word of it that nobody else has, with a title or without. */
    private static String called(String name, List<String> staff) {
        String words = Arrays.stream(name.split("[^\\p{L}'-]+")).filter(word -> isOwn(word, name, staff)).map(Pattern::quote).collect(Collectors.joining("|"));
        return TITLE + "(?:" + Pattern.quote(name) + (words.isEmpty() ? "" : "|(?:" + words + ")(?:,? (?:" + words + "))*") + ")";
    }

    private static boolean isOwn(String word, String name, List<String> staff) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() >= SHORTEST && !TITLES.contains(lower)
                && staff.stream().filter(other -> !other.equals(name)).noneMatch(other -> Arrays.asList(other.toLowerCase(Locale.ROOT).split("[^\\p{L}'-]+")).contains(lower));
    }
}
