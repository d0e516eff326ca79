package switchboard.llm.receptionist;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.api.knowledge.Passage;

/**
 * Whether a passage truly answers a question. The cosine of their meanings alone does not tell: right answers were measured
 * from 0.22 to 0.80, wrong ones up to 0.66. So likeness and shared words are judged together: a word that names something the
 * passage lacks speaks against it, and so does an answer of the wrong kind (a price is asked, and none is told).
 */
final class Relevance {

    /** From here on a passage may be given as the answer. */
    static final double ENOUGH = 0.54;
    private static final double ALIKE_WITHOUT_WORDS = 0.35;
    private static final double WORDS_WEIGHT = 0.45;
    /** What a word counts that one says of anything: "sell", "use". */
    private static final double WEAK = 0.3;
    /** For each word that names something which the passage lacks. */
    private static final double LACKING = 0.2;
    private static final double WRONG_KIND = 0.25;
    private static final double RIGHT_KIND = 0.1;
    /** Below that nothing is about the same thing, unless all that is asked for is in it. */
    private static final double UNLIKE = 0.22;
    private static final double ALL_WORDS_UNLIKE = 0.12;
    private static final double OTHER_DAYS = 0.25;

    /** How much of the shared words counts when what something is wanted for is another thing: a room "to sleep in" is no dining room. */
    private static final double OTHER_PURPOSE = 0.25;

    private static final Pattern WHERE = Pattern.compile("\\bwhere(?:'s)?\\b(?!.*\\b(?:park|leave|find|put|get|buy)\\b)|\\b(?:what|which) (?:street|road|part of town)|\\baddress\\b|\\bhow (?:do|can) (?:i|we) (?:get|find)(?: to)? (?:you|there|to you|your)\\b");
    private static final Pattern PLACE = Pattern.compile("\\b(?:we are|we're|you (?:can )?find us|located|situated|(?:workshop|shop|salon|practice|hotel|house|clinic|studio|office|restaurant|garage) is) (?:at|in|on|next to|near|opposite|behind|between)\\b|\\bour address is\\b");
    private static final Pattern PRICE = Pattern.compile("\\bhow (?:much|expensive)\\b(?! time| in advance)|\\b(?:price|prices|costs?|charge for|fee|expensive|cheapest)\\b");
    private static final Pattern MONEY = Pattern.compile("\\b(?:euros?|pounds?|dollars?|free|costs?|price|percent|no(?:thing)? (?:extra )?(?:charge|cost))\\b");
    private static final Pattern WHO = Pattern.compile("\\bwho(?:'s| is| are| does| do| works| cooks| treats)?\\b(?!.*\\bcall\\b)");
    private static final Pattern PERSON = Pattern.compile("(?<=[a-z,] )\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+| and \\p{Lu}\\p{L}+)");
    private static final Pattern WHEN = Pattern.compile("\\b(?:when|what time|which time|how late|how early|until when|till when|hours)\\b");
    private static final Pattern TIME = Pattern.compile("\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|hours?|minutes|days?|weeks?|months?|years?|clock|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|open|closed?|january|april|may|june|july|august|september|october|november|december|christmas|evening|morning|afternoon)\\b|\\d");
    private static final Pattern AGE = Pattern.compile("\\byears old\\b|\\baged?\\b|\\b(?:since|founded|built|opened) (?:in )?(?:nineteen|twenty|eighteen|[12]\\d)");
    /** "Rooms to sleep in", "a room for sleeping": a thing and what it is wanted for. */
    private static final Pattern PURPOSE = Pattern.compile("\\b([a-z]+) (?:to ([a-z]+)|for ([a-z]+ing))\\b");

    /** What a number or an address is for anyway. */
    private static final Set<String> USUAL_PURPOSES = Set.of("call", "reach", "contact", "ring", "find", "see", "your", "the", "my", "get", "go", "come", "have", "pay", "be");
    /** Where the house itself is asked for, these name it. */
    private static final Set<String> HOUSE = Set.of("practice", "clinic", "salon", "workshop", "garage", "hotel", "office", "studio", "store", "street", "road", "addres", "address", "locat", "location", "located", "find");

    private static final Vocabulary VOCABULARY = Vocabulary.english();

    private Relevance() {
    }

    /**
     * How well a passage answers: likeness plus shared words, or nothing if it cannot be the answer.
     *
     * @return from {@value #ENOUGH} on it may be given as the answer; 0 if it must not
     */
    static double of(String question, Passage passage) {
        String asks = question.toLowerCase(Locale.ROOT).replace('’', '\'');
        String tells = passage.text().toLowerCase(Locale.ROOT);
        Set<DayOfWeek> asked = Weekdays.in(asks);
        Set<DayOfWeek> told = Weekdays.in(tells);
        if (!asked.isEmpty() && !told.isEmpty() && Collections.disjoint(asked, told)) {
            return 0;
        }
        Set<String> content = VOCABULARY.content(question);
        Set<String> passageContent = VOCABULARY.content(passage.text());
        boolean where = WHERE.matcher(asks).find() && HOUSE.containsAll(content);
        if (where) {
            // "Where exactly are you?" has no other word, but asks for one thing only.
            content = Set.of("whereabout");
            passageContent = PLACE.matcher(tells).find() ? Set.of("whereabout") : Set.of();
        }
        if (WHO.matcher(asks).find() && content.contains("team") && content.stream().allMatch(word -> Vocabulary.isWeak(word) || word.equals("team"))) {
            content = Set.of("person");
            passageContent = PERSON.matcher(passage.text()).find() ? Set.of("person") : Set.of();
        }
        if (WHEN.matcher(asks).find() && content.stream().allMatch(word -> Vocabulary.isWeak(word) || isDay(word) || word.equals("eat"))) {
            content = new TreeSet<>(content);
            content.add("open");
        }
        double shared = shared(content, passageContent, asked.isEmpty() || told.isEmpty());
        if (passage.similarity() < (shared > 0.99 && !content.isEmpty() ? ALL_WORDS_UNLIKE : UNLIKE)) {
            return where && shared > 0.99 ? ENOUGH : 0;
        }
        if (content.isEmpty()) {
            // "Where are you?": nothing but its likeness speaks for the passage.
            return passage.similarity() + ENOUGH - ALIKE_WITHOUT_WORDS;
        }
        double purpose = isForAnotherPurpose(asks, passageContent) ? OTHER_PURPOSE : 1;
        return passage.similarity() + WORDS_WEIGHT * shared * purpose - LACKING * lacking(content, passageContent) + kind(asks, passage.text(), tells) - otherDays(asked, told);
    }

    /** Whether what is told is of the kind that is asked for. */
    private static double kind(String asks, String text, String tells) {
        boolean wrong = PRICE.matcher(asks).find() && !MONEY.matcher(tells).find() || WHEN.matcher(asks).find() && !TIME.matcher(tells).find() || asks.contains("how old") && !AGE.matcher(tells).find();
        boolean right = WHO.matcher(asks).find() && PERSON.matcher(text).find();
        return (right ? RIGHT_KIND : 0) - (wrong ? WRONG_KIND : 0);
    }

    /** Of "weekdays", Monday alone is not much. */
    private static double otherDays(Set<DayOfWeek> asked, Set<DayOfWeek> told) {
        if (asked.isEmpty() || told.isEmpty()) {
            return 0;
        }
        Set<DayOfWeek> missing = EnumSet.copyOf(asked);
        missing.removeAll(told);
        return OTHER_DAYS * missing.size() / asked.size();
    }

    private static boolean isForAnotherPurpose(String question, Set<String> passage) {
        for (Matcher purpose = PURPOSE.matcher(question); purpose.find(); ) {
            String wanted = purpose.group(2) == null ? purpose.group(3) : purpose.group(2);
            if (!Vocabulary.isEmpty(purpose.group(1)) && !USUAL_PURPOSES.contains(wanted) && VOCABULARY.content(wanted).stream().anyMatch(word -> !VOCABULARY.isIn(word, passage))) {
                return true;
            }
        }
        return false;
    }

    /** The share of the question's content words that the passage takes up, in [0, 1]; weak ones count less. */
    private static double shared(Set<String> question, Set<String> passage, boolean daysCount) {
        double taken = 0;
        double all = 0;
        for (String word : question) {
            double weight = Vocabulary.isWeak(word) ? WEAK : 1;
            all += weight;
            // Days that agree were compared as days already: "Wednesday" lies in "Tuesday to Thursday".
            taken += VOCABULARY.isIn(word, passage) || !daysCount && isDay(word) ? weight : 0;
        }
        return all == 0 ? 0 : taken / all;
    }

    /** How many words name something that the passage does not speak of. */
    private static long lacking(Set<String> question, Set<String> passage) {
        return question.stream().filter(word -> !Vocabulary.isWeak(word) && !isDay(word) && !VOCABULARY.isIn(word, passage)).count();
    }

    private static boolean isDay(String word) {
        return !Weekdays.in(word).isEmpty();
    }
}
