package switchboard.llm.receptionist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import switchboard.api.knowledge.Passage;

/**
 * Whether a passage truly answers a question. The cosine of their meanings alone does not tell: right answers were measured
 * from 0.35 to 0.80, wrong ones up to 0.45. So likeness and shared words are judged together, and words that name something
 * which the passage lacks speak against it.
 */
final class Relevance {

    /** So alike that words need not match, for example "Where can I leave my car?" and "You can park behind the house". */
    private static final double ALIKE = 0.55;
    /** Below that nothing is about the same thing, whatever words are shared. */
    private static final double UNLIKE = 0.28;
    private static final double SUM_WITH_WORDS = 0.62;

    private static final Map<String, String> IRREGULAR = Map.of("people", "person", "children", "child");

    private static final Set<String> EMPTY_WORDS = Set.of(("a about all also am an and any anything are as at be been but by can could"
            + " did do does for from get give had has have hello hey hi how i if in is it its know let like may me much many my need of"
            + " on or our out please should so some tell that the their them there they this to too up us want was we were what when"
            + " where which who why will with would you your yours just really maybe thing something say said go come take make s re ll"
            + " d t ve m im offer possible available place restaurant house shop").split(" "));

    private static final List<Set<String>> SAME = List.of(
            words("park parking car cars"), words("dog dogs pet pets animal puppy"), words("child children kid kids baby toddler son daughter highchair"),
            words("open opening hour hours close closed closing"), words("price cost costs expensive euro euros charge fee pay"),
            words("wifi wireless internet password"), words("wheelchair accessible accessibility step steps"),
            words("outside terrace outdoors garden"), words("address street located location find directions"),
            words("vegetarian vegetarians vegetable meat"), words("vegan vegans"), words("gluten celiac coeliac allergy allergies allergic"),
            words("book reserve reservation booking table"), words("cancel cancellation"), words("card cards cash credit pay payment"),
            words("phone number telephone"), words("voucher vouchers gift present"), words("music live band guitar"),
            words("tram bus train station stop subway metro"), words("group groups party large"), words("late delayed"),
            words("birthday cake"), words("smoke smoking cigarette"), words("takeaway away pickup collect"), words("deliver delivery"),
            words("chef cook cooks kitchen"), words("seat seats people capacity big"), words("toilet toilets bathroom restroom"));

    private Relevance() {
    }

    /** Whether the passage may be given as the answer. */
    static boolean answers(String question, Passage passage) {
        if (passage.similarity() < UNLIKE) {
            return false;
        }
        double shared = shared(content(question), content(passage.text()));
        return passage.similarity() >= ALIKE && shared > 0
                || passage.similarity() >= ALIKE + 0.1
                || passage.similarity() + 0.5 * shared >= SUM_WITH_WORDS && shared > 0;
    }

    /** The share of the question's content words that the passage takes up, in [0, 1]; 0 if it has none. */
    private static double shared(Set<String> question, Set<String> passage) {
        if (question.isEmpty()) {
            return 0;
        }
        long taken = question.stream().filter(word -> passage.contains(word) || related(word, passage)).count();
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
