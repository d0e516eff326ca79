package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import switchboard.api.knowledge.Passage;

/**
 * How probable it is that a passage answers a question: a logistic regression over a few plain features. Its likeness, and how much
 * less that is than the likest passage's, weigh most, and whether it is about the question's matter: whose words nobody has taught speaks in other
 * words than the documents.
 *
 * @param common words of which so many passages speak that they tell none from another, as "bicycle" in a bicycle shop
 * @param likest the similarity of the likest passage
 * @param usual  how probably the passages are about the question's matter, on the average
 */
record Relevance(Lexicon lexicon, Set<String> common, double likest, double usual) {

    /** From here on a passage may be given as the answer. */
    static final double ENOUGH = 0.55;
    /** From here on it is hardly anything else that is asked. */
    static final double SURE = 0.58;
    /** From here on it may be what somebody needs who asks for nothing. */
    static final double LIKELY = 0.22;
    /** From here on it may be told together with the doubt whether it is what was asked. */
    static final double PERHAPS = 0.06;
    /** The same for a passage that does not speak of the thing that is asked for. */
    static final double PERHAPS_OF_ANOTHER_THING = 0.3;
    /** Although it does not speak of everything that is named. */
    private static final double ENOUGH_WITHOUT_WORDS = 0.8;
    /** What can be told with doubt only. */
    private static final double ALMOST_ENOUGH = 0.54;

    private static final double RIGHT_KIND = 0.57;
    private static final double WRONG_KIND = 0.8;
    private static final double CARRIED = 0.5;
    /** So improbable is nothing: keeps logarithms from growing without end. */
    private static final double LEAST = 1e-3;

    /** What it counts that no day is told. */
    private static final double NO_DAYS = 0.5;
    /** What a word counts that one says of anything: "sell", "use". */
    private static final double WEAK = 0.3;
    /** What shared words count if all of them say little. */
    private static final double ALL_WEAK = 0.6;
    /** What a word counts that only the heading has. */
    private static final double IN_TOPIC = 0.7;
    /** What a word counts if the passage says it with another. */
    private static final double SYNONYM = 0.8;

    /** @return a probability; 0 if the passage cannot be the answer */
    double of(Question question, Passage passage) {
        Told told = Told.by(passage, lexicon);
        if (isOfOtherDays(question, told) || question.wanted().stream().anyMatch(kind -> kind.isUnmistakable() && !told.kinds().contains(kind))) {
            return 0;
        }
        if (isOneKindOfThing(question) && told.kinds().containsAll(question.wanted())) {
            return ENOUGH + (1 - ENOUGH) * Math.max(0, passage.similarity());
        }
        double probability = probability(question, passage, told);
        boolean certain = tellsTheKinds(question, told) && (probability >= ENOUGH_WITHOUT_WORDS || speaksOfAll(question, told));
        return certain ? probability : Math.min(probability, ALMOST_ENOUGH);
    }

    private boolean speaksOfAll(Question question, Told told) {
        return strong(question, question.content()).stream().allMatch(word -> told.speaksOf(word, lexicon));
    }

    private double probability(Question question, Passage passage, Told told) {
        Evidence weight = passage.sameMatter().isPresent() ? Evidence.WITH_MATTER : Evidence.WITHOUT_MATTER;
        double evidence = weight.bias() + weight.likeness() * passage.similarity() - weight.lessLike() * (likest - passage.similarity()) + weight.shared() * shared(question, told)
                + weight.kinds() * kinds(question, told) + CARRIED * carried(question, told) - weight.otherDays() * otherDays(question.days(), told.days())
                - (lacksPredicate(question, told) ? weight.predicate() : 0) - (isOfTheThing(question, told) ? 0 : weight.otherThing())
                + (speaksOfAll(question, told) ? weight.ofAll() : 0) + (tellsTheKinds(question, told) ? weight.tellsKinds() : 0) + matter(passage, weight);
        return 1 / (1 + Math.exp(-evidence));
    }

    private double matter(Passage passage, Evidence weight) {
        double same = Math.log(passage.sameMatter().orElse(0) + LEAST);
        return weight.sameMatter() * same + weight.moreSo() * (same - Math.log(usual + LEAST));
    }

    /** "What is your address": all that is asked for is something of a kind. */
    private boolean isOneKindOfThing(Question question) {
        return strong(question, question.content()).isEmpty() && question.wanted().stream().anyMatch(Kind::isAllThatIsWanted)
                && question.content().stream().allMatch(word -> lexicon.says("houseword", word));
    }

    /** Whether a passage tells what is asked of the thing that is named; not if none is, as in "will that cost me anything?" */
    private boolean tellsTheKinds(Question question, Told told) {
        return !question.content().isEmpty() && question.wanted().stream().allMatch(kind -> kind.isService() || kind == Kind.PRICE ? isToldOf(spokenOf(question, told), kind, told)
                : !kind.isExact() || told.kinds().contains(kind));
    }

    /** Whether a passage speaks of the thing, where a thing is asked for: "do you sell helmets?" */
    boolean isOfTheThing(Question question, Passage passage) {
        return isOfTheThing(question, Told.by(passage, lexicon));
    }

    /** Whether a passage has all that an answer must have: the kinds that are asked for, and what is asked whether it is so. */
    boolean isWhole(Question question, Passage passage) {
        Told told = Told.by(passage, lexicon);
        return tellsTheKinds(question, told) && !lacksPredicate(question, told);
    }

    private boolean isOfTheThing(Question question, Told told) {
        List<String> things = lexicon.says("offers", question.plain()) ? strong(question, question.content()) : List.of();
        return things.isEmpty() || things.stream().anyMatch(thing -> told.speaksOf(thing, lexicon));
    }

    /** What is told of other days answers only whether the very thing is there: "is the sauna mixed on Monday?" */
    private boolean isOfOtherDays(Question question, Told told) {
        boolean disjoint = !question.days().isEmpty() && !told.days().isEmpty() && Collections.disjoint(question.days(), told.days());
        List<String> strong = strong(question, question.content());
        long spoken = strong.stream().filter(word -> told.speaksOf(word, lexicon)).count();
        return disjoint && (strong.isEmpty() || !lexicon.says("whether", question.plain()) || 2 * spoken <= strong.size());
    }

    /** What "it" stands for should be spoken of (1, else -1); "is it going to hurt?", where nothing was named before, asks for something else. */
    private double carried(Question question, Told told) {
        List<String> named = strong(question, question.carried());
        if (named.isEmpty()) {
            return lexicon.says("subject", question.plain()) ? -1 : 0;
        }
        return named.stream().anyMatch(word -> told.speaksOf(word, lexicon)) ? 1 : -1;
    }

    /** A price is one of what is asked for only if it does not stand before it: "towels cost three pounds; goggles are on sale there". */
    private List<String> spokenOf(Question question, Told told) {
        return strong(question, question.content()).stream().filter(word -> lexicon.isIn(word, told.words())).toList();
    }

    /** Whether a kind of thing is told where some words are spoken of, or behind that; anywhere, if there are no words. */
    private boolean isToldOf(List<String> named, Kind kind, Told told) {
        boolean spokenOf = named.isEmpty();
        for (Told.Clause clause : told.clauses()) {
            spokenOf |= named.stream().anyMatch(word -> lexicon.isIn(word, clause.words()));
            if (spokenOf && clause.kinds().contains(kind)) {
                return true;
            }
        }
        return false;
    }

    /** "Are your roses organic?": what is asked whether it is so must be spoken of. */
    private boolean lacksPredicate(Question question, Told told) {
        return lexicon.says("whether", question.plain()) && !lexicon.says("occasion", question.plain())
                && question.last().filter(word -> !isWeak(word, question) && !told.speaksOf(word, lexicon)).isPresent();
    }

    /** Those of some words that name something. */
    private List<String> strong(Question question, Set<String> words) {
        return words.stream().filter(word -> !isWeak(word, question)).toList();
    }

    /** "What do children pay?" asks for a price, and not for a way of paying. */
    private boolean isWeak(String word, Question question) {
        return lexicon.isWeak(word) || common.contains(word) || question.wanted().contains(Kind.PRICE) && lexicon.says("priceword", word)
                || question.wanted().contains(Kind.MINIMUM_AGE) && lexicon.says("ageword", word);
    }

    /** What it weighs that things of the kinds that are asked for are told, or not. */
    private double kinds(Question question, Told told) {
        return question.wanted().stream().mapToDouble(kind -> told.kinds().contains(kind) ? RIGHT_KIND : -WRONG_KIND).sum();
    }

    /**
     * The share of the days asked for that are not told, in [0, 1]; of "weekdays", Monday alone is not much. None, if the very thing is told of other days: see
     * {@link #isOfOtherDays}.
     */
    private static double otherDays(Set<DayOfWeek> asked, Set<DayOfWeek> told) {
        if (asked.isEmpty() || told.isEmpty()) {
            return asked.isEmpty() ? 0 : NO_DAYS;
        }
        Set<DayOfWeek> missing = EnumSet.copyOf(asked);
        missing.removeAll(told);
        return missing.size() == asked.size() ? 0 : (double) missing.size() / asked.size();
    }

    /** The share of the question's content words that the passage takes up, in [0, 1]; weak ones count less. */
    private double shared(Question question, Told told) {
        double taken = 0;
        double all = 0;
        for (String word : question.content()) {
            double weight = isWeak(word, question) ? WEAK : 1;
            all += weight;
            taken += weight * (told.words().contains(word) ? 1 : lexicon.isIn(word, told.words()) ? SYNONYM : lexicon.isIn(word, told.topic()) ? IN_TOPIC : 0);
        }
        return all == 0 ? 0 : taken / all * (strong(question, question.content()).isEmpty() ? ALL_WEAK : 1);
    }
}
