package switchboard.llm.receptionist;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import switchboard.api.knowledge.Passage;

/**
 * Whether a passage truly answers a question. The cosine of their meanings alone does not tell: right answers were measured
 * from 0.35 to 0.80, wrong ones up to 0.45. So likeness and shared words are judged together, and words that name something
 * which the passage lacks speak against it.
 */
final class Relevance {

    /** From here on a passage may be given as the answer. */
    static final double ENOUGH = 0.58;
    private static final double ALIKE_WITHOUT_WORDS = 0.35;
    private static final double WORDS_WEIGHT = 0.4;
    /** Below that nothing is about the same thing, whatever words are shared. */
    private static final double UNLIKE = 0.22;

    /** How much of the shared words counts when what something is wanted for is another thing: a room "to sleep in" is no dining room. */
    private static final double OTHER_PURPOSE = 0.25;

    private static final Pattern WHERE = Pattern.compile("\\bwhere\\b");
    private static final Pattern PLACE = Pattern.compile("\\b(we are|we're|you (can )?find us|located|situated) (at|in|on|next to|near|opposite|behind|between)\\b|\\b(our )?address is\\b");
    /** "Rooms to sleep in", "a room for sleeping": a thing and what it is wanted for. */
    private static final Pattern PURPOSE = Pattern.compile("\\b([a-z]+) (?:to ([a-z]+)|for ([a-z]+ing))\\b");

    /** What a number or an address is for anyway. */
    private static final Set<String> USUAL_PURPOSES = Set.of("call", "reach", "contact", "ring", "find", "see");

    private static final Map<String, String> IRREGULAR = Map.of("people", "person", "children", "child");

    private static final Set<String> EMPTY_WORDS = Set.of(("a about all also am an and any anything are as at be been but by can could"
            + " did do does for from get give had has have hello hey hi how i if in is it its know let like may me much many my need of"
            + " on or our out please should so some tell that the their them there they this to too up us want was we were what when"
            + " where which who why will with would you your yours just really maybe thing something say said go come take make s re ll"
            + " d t ve m im exactly exact offer possible available place restaurant house shop").split(" "));

    private static final List<Set<String>> SAME = List.of(
            words("park parking car cars"), words("dog dogs pet pets animal puppy"), words("child children kid kids baby toddler son daughter highchair"),
            words("open opening hour hours close closed closing"), words("price cost costs expensive euro euros charge fee pay"),
            words("wifi wireless internet password"), words("wheelchair accessible accessibility step steps"),
            words("outside terrace outdoors garden"), words("address street located location find directions whereabouts"),
            words("vegetarian vegetarians vegetable meat"), words("vegan vegans"), words("gluten celiac coeliac allergy allergies allergic"),
            words("book reserve reservation booking table"), words("cancel cancellation"), words("card cards cash credit pay payment"),
            words("phone number telephone"), words("voucher vouchers gift present"), words("music live band guitar"),
            words("tram bus train station stop subway metro"), words("group groups party large"), words("late delayed"),
            words("birthday cake"), words("smoke smoking cigarette"), words("takeaway away pickup collect"), words("deliver delivery"),
            words("chef cook cooks kitchen"), words("seat seats people capacity big"), words("toilet toilets bathroom restroom"));

    private Relevance() {
    }

    /**
     * How well a passage answers: likeness plus shared words, or nothing if it cannot be the answer.
     *
     * @return from {@value #ENOUGH} on it may be given as the answer; 0 if it must not
     */
    static double of(String question, Passage passage) {
        Set<DayOfWeek> asked = Weekdays.in(question);
        Set<DayOfWeek> told = Weekdays.in(passage.text());
        boolean anotherDay = !asked.isEmpty() && !told.isEmpty() && Collections.disjoint(asked, told);
        if (passage.similarity() < UNLIKE || anotherDay) {
            return 0;
        }
        Set<String> content = content(question);
        Set<String> passageContent = content(passage.text());
        String asksPlain = question.toLowerCase(Locale.ROOT);
        if (content.isEmpty() && WHERE.matcher(asksPlain).find()) {
            // "Where exactly are you?" has no other word, but asks for one thing only.
            content = Set.of("whereabout");
            passageContent.removeIf(word -> !word.equals("address"));
            if (PLACE.matcher(passage.text().toLowerCase(Locale.ROOT)).find()) {
                passageContent.add("whereabout");
            }
        }
        if (content.isEmpty()) {
            // "Where are you?": nothing but its likeness speaks for the passage.
            return passage.similarity() + ENOUGH - ALIKE_WITHOUT_WORDS;
        }
        double shared = shared(content, passageContent, asked.isEmpty() || told.isEmpty()) * (isForAnotherPurpose(asksPlain, passageContent) ? OTHER_PURPOSE : 1);
        return passage.similarity() + WORDS_WEIGHT * shared;
    }

    private static boolean isForAnotherPurpose(String question, Set<String> passage) {
        for (Matcher purpose = PURPOSE.matcher(question); purpose.find(); ) {
            String wanted = purpose.group(2) == null ? purpose.group(3) : purpose.group(2);
            if (!EMPTY_WORDS.contains(purpose.group(1)) && !USUAL_PURPOSES.contains(wanted) && content(wanted).stream().anyMatch(word -> !passage.contains(word) && !related(word, passage))) {
                return true;
            }
        }
        return false;
    }

    /** The share of the question's content words that the passage takes up, in [0, 1]. */
    private static double shared(Set<String> question, Set<String> passage, boolean daysCount) {
        // Days that agree were compared as days already: "Wednesday" lies in "Tuesday to Thursday".
        long taken = question.stream()
                .filter(word -> passage.contains(word) || related(word, passage) || !daysCount && !Weekdays.in(word).isEmpty()).count();
        return (double) taken / question.size();
    }

    private static boolean related(String word, Set<String> passage) {
        return SAME.stream().filter(group -> group.contains(word)).anyMatch(group -> passage.stream().anyMatch(group::contains));
    }

    private static Set<String> content(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .map(Relevance::stem)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Light stemming: plural and third person, -ing, -ed. */
    private static String stem(String word) {
        String known = IRREGULAR.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() > 5 && word.endsWith("ing")) {
            return word.substring(0, word.length() - 3);
        }
        if (word.length() > 4 && word.endsWith("ed")) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).map(Relevance::stem).collect(Collectors.toSet());
    }
}
