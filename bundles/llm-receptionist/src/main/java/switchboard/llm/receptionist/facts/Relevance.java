package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import switchboard.api.knowledge.Passage;

/**
 * Whether a passage truly answers a question. The cosine of their meanings alone does not tell: right answers were measured
 * from 0.22 to 0.80, wrong ones up to 0.66. So likeness and shared words are judged together: a word that names something which
 * the passage lacks speaks against it, and so does an answer of the wrong kind (a price is asked for, and none is told).
 *
 * @param common words of which so many passages speak that they tell none from another, as "bicycle" in a bicycle shop
 */
record Relevance(Lexicon lexicon, Set<String> common) {

    /** From here on a passage may be given as the answer. */
    static final double ENOUGH = 0.66;
    /** What can be told with doubt only. */
    private static final double ALMOST_ENOUGH = 0.65;
    /** From here on it is about the same matter, and may be told together with the doubt whether it is what was asked. */
    static final double PERHAPS = 0.27;
    /** From here on it is hardly anything else that is asked. */
    static final double SURE = 0.68;
    private static final double ALIKE_WITHOUT_WORDS = 0.45;
    private static final double WORDS_WEIGHT = 0.45;
    /** What a word counts that one says of anything: "sell", "use". */
    private static final double WEAK = 0.3;
    /** What shared words count if all of them say little. */
    private static final double ALL_WEAK = 0.6;
    /** What a word counts that only the heading has. */
    private static final double IN_TOPIC = 0.7;
    /** For each word that names something which the passage lacks. */
    private static final double LACKING = 0.2;
    /** If it lacks all of them. */
    private static final double NOTHING_SHARED = 0.1;
    /** What a word counts if the passage says it with another. */
    private static final double SYNONYM = 0.8;
    private static final double WRONG_KIND = 0.25;
    private static final double OTHER_SERVICE = 0.5;
    private static final double RIGHT_KIND = 0.08;
    /** Below that nothing is about the same thing, unless all that is asked for is in it. */
    private static final double UNLIKE = 0.2;
    private static final double ALL_WORDS_UNLIKE = 0.08;
    /** It tells of a case of its own that was not asked for. */
    private static final double SPECIAL = 0.08;
    private static final double SPECIAL_PRICE = 0.12;
    private static final double CARRIED = 0.1;
    private static final double PREDICATE = 0.1;
    /** A day is asked for, and none is told, or another one: see {@link #isOfOtherDays}. */
    private static final double NO_DAYS = 0.1;
    private static final double OTHER_DAYS = 0.25;
    /** How much of the shared words counts when what something is wanted for is another thing: a room "to sleep in" is no dining room. */
    private static final double OTHER_PURPOSE = 0.25;
    /** "Rooms to sleep in", "a room for sleeping": a thing and what it is wanted for. */
    private static final Pattern PURPOSE = Pattern.compile("\\b(?!(?:people|someone|somebody|me|us|him|her|everybody)\\b)([a-z]+) (?:to ([a-z]+)|for ([a-z]+ing))\\b");
    /** What a number or an address is for anyway. */
    private static final Set<String> USUAL_PURPOSES = Set.of("call", "reach", "contact", "ring", "find", "see", "your", "the", "my", "get", "go", "come", "have", "pay", "be");

    /**
     * How well a passage answers: likeness plus shared words, or nothing if it cannot be the answer.
     *
     * @return from {@value #ENOUGH} on it may be given as the answer; 0 if it must not
     */
    double of(Question question, Passage passage) {
        Told told = Told.by(passage, lexicon);
        if (isOfOtherDays(question, told) || question.wanted().stream().anyMatch(kind -> kind.isExact() && !told.kinds().contains(kind))) {
            return 0;
        }
        boolean strong = !strong(question, question.content()).isEmpty();
        if (!strong && question.wanted().stream().anyMatch(Kind::isAllThatIsWanted) && question.content().stream().allMatch(word -> lexicon.says("houseword", word))) {
            return told.kinds().containsAll(question.wanted()) ? ENOUGH + Math.max(0, passage.similarity()) : 0;
        }
        if (question.content().isEmpty()) {
            // "Will that cost me anything?": nothing but its likeness speaks for the passage.
            return Math.min(passage.similarity() + ENOUGH - ALIKE_WITHOUT_WORDS + kind(question, told), ALMOST_ENOUGH);
        }
        double shared = shared(question, told) * (strong ? 1 : ALL_WEAK);
        if (passage.similarity() < (shared > 0.75 ? ALL_WORDS_UNLIKE : UNLIKE)) {
            return 0;
        }
        if (question.wanted().contains(Kind.PRICE) && !isPriced(question, told)) {
            return 0;
        }
        double purpose = isForAnotherPurpose(question.plain(), told.words()) ? OTHER_PURPOSE : 1;
        return passage.similarity() + WORDS_WEIGHT * shared * purpose + kind(question, told) + carried(question, told)
                - lacking(question, told) - otherDays(question.days(), told.days()) - special(question, told) - predicate(question, told);
    }

    /** Whether a passage may answer, whatever speaks for it: it tells the kinds of things that are asked for, and of the right days. */
    boolean isPossible(Question question, Passage passage) {
        Told told = Told.by(passage, lexicon);
        return !isOfOtherDays(question, told) && question.wanted().stream().allMatch(told.kinds()::contains);
    }

    /** Whether a passage may be told at least with doubt: who asks for a thing ("do you sell helmets?") wants to hear of that. */
    boolean isOfTheThing(Question question, Passage passage) {
        List<String> things = lexicon.says("offers", question.plain()) ? strong(question, question.content()) : List.of();
        Told told = Told.by(passage, lexicon);
        return things.isEmpty() || things.stream().anyMatch(thing -> told.speaksOf(thing, lexicon));
    }

    /** What is told of other days answers only whether the very thing is there: "is the sauna mixed on Monday?" */
    private boolean isOfOtherDays(Question question, Told told) {
        boolean disjoint = !question.days().isEmpty() && !told.days().isEmpty() && Collections.disjoint(question.days(), told.days());
        List<String> strong = strong(question, question.content());
        long spoken = strong.stream().filter(word -> told.speaksOf(word, lexicon)).count();
        return disjoint && (strong.isEmpty() || !lexicon.says("whether", question.plain()) || 2 * spoken <= strong.size());
    }

    /** What "it" stands for should be spoken of; "is it going to hurt?", where nothing was named before, asks for something else. */
    private double carried(Question question, Told told) {
        List<String> named = strong(question, question.carried());
        if (named.isEmpty()) {
            return lexicon.says("subject", question.plain()) ? -CARRIED : 0;
        }
        return named.stream().anyMatch(word -> told.speaksOf(word, lexicon)) ? CARRIED : -CARRIED;
    }

    /** A price is one of what is asked for only if it does not stand before it: "towels cost three pounds; goggles are on sale there". */
    private boolean isPriced(Question question, Told told) {
        return isToldOf(strong(question, question.content()).stream().filter(word -> lexicon.isIn(word, told.words())).toList(), Kind.PRICE, told);
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
    private double predicate(Question question, Told told) {
        if (!lexicon.says("whether", question.plain()) || lexicon.says("occasion", question.plain())) {
            return 0;
        }
        return question.last().filter(word -> !isWeak(word, question) && !told.speaksOf(word, lexicon)).isPresent() ? PREDICATE : 0;
    }

    /** The price for children is not the price, nor is who treats them who treats everybody. */
    private double special(Question question, Told told) {
        boolean unasked = told.words().stream().anyMatch(word -> lexicon.isSpecial(word) && !lexicon.isIn(word, question.content()));
        return !unasked ? 0 : question.wanted().contains(Kind.PRICE) ? SPECIAL_PRICE : SPECIAL;
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

    /** Whether what is told is of the kind that is asked for. */
    private double kind(Question question, Told told) {
        double sum = 0;
        for (Kind kind : question.wanted()) {
            sum += kind.isService() ? (isToldOf(strong(question, question.content()), kind, told) ? 0 : -OTHER_SERVICE) : told.kinds().contains(kind) ? RIGHT_KIND : -WRONG_KIND;
        }
        return sum;
    }

    /** Of "weekdays", Monday alone is not much. */
    private static double otherDays(Set<DayOfWeek> asked, Set<DayOfWeek> told) {
        if (asked.isEmpty() || told.isEmpty()) {
            return asked.isEmpty() ? 0 : NO_DAYS;
        }
        Set<DayOfWeek> missing = EnumSet.copyOf(asked);
        missing.removeAll(told);
        if (missing.size() == asked.size()) {
            return NO_DAYS;
        }
        return OTHER_DAYS * missing.size() / asked.size();
    }

    private boolean isForAnotherPurpose(String question, Set<String> passage) {
        for (Matcher purpose = PURPOSE.matcher(question); purpose.find(); ) {
            String wanted = purpose.group(2) == null ? purpose.group(3) : purpose.group(2);
            if (!lexicon.isEmpty(purpose.group(1)) && !USUAL_PURPOSES.contains(wanted) && lexicon.content(wanted).stream().anyMatch(word -> !lexicon.isIn(word, passage))) {
                return true;
            }
        }
        return false;
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
        return all == 0 ? 0 : taken / all;
    }

    /** What is to be subtracted for words that name something which the passage does not speak of. */
    private double lacking(Question question, Told told) {
        List<String> strong = strong(question, question.content());
        List<String> lacking = strong.stream().filter(word -> !told.speaksOf(word, lexicon)).toList();
        double sum = 0;
        for (String word : lacking) {
            // A table "for a birthday" is a table: what something is for need not be written down.
            sum += lexicon.says("occasion", question.plain()) && strong.size() > 1 && question.plain().matches(".*\\bfor (?:an? |my |our |the )?\\w*" + Pattern.quote(word) + ".*") ? LACKING / 2 : LACKING;
        }
        return sum + (!lacking.isEmpty() && lacking.size() == strong.size() ? NOTHING_SHARED : 0);
    }
}
