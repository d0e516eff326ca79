package switchboard.llm.receptionist.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.api.knowledge.Passage;

/**
 * Which of some passages answer a question, surely or perhaps: that for which most speaks, words and meaning together, and that
 * which is likest by its meaning alone.
 */
record Choice(List<Scored> scored) {

    /** From here on the likest passage may be told with doubt, whatever words it has: it was the right one for seven questions of ten. */
    private static final double ALIKE = 0.3;
    /** Of so few it cannot be told what many of them speak of. */
    private static final int FEW_PASSAGES = 12;
    private static final double COMMON = 0.2;

    /** @param score how well it answers, as {@link Relevance#of} tells; the rest as {@link Relevance} tells too */
    private record Scored(Passage passage, double score, boolean possible, boolean ofTheThing) {}

    static Choice of(Question question, List<Passage> passages, Lexicon lexicon) {
        Relevance relevance = new Relevance(lexicon, common(question, passages, lexicon));
        return new Choice(passages.stream().map(passage -> new Scored(passage, relevance.of(question, passage), relevance.isPossible(question, passage), relevance.isOfTheThing(question, passage))).toList());
    }

    /** Those that answer, if the best answers well enough: where words choose one and meaning another, both. */
    List<Passage> best(double enough) {
        Optional<Scored> best = scored.stream().max(Comparator.comparingDouble(Scored::score)).filter(most -> most.score() > 0 && most.score() >= enough);
        return best.map(most -> together(best, likest().filter(other -> other.score() >= Relevance.PERHAPS))).orElse(List.of());
    }

    /** Those that may answer; empty if none may. */
    List<Passage> nearest() {
        Choice near = new Choice(scored.stream().filter(Scored::ofTheThing).toList());
        return together(near.scored.stream().max(Comparator.comparingDouble(Scored::score)).filter(most -> most.score() >= Relevance.PERHAPS), near.likest());
    }

    private Optional<Scored> likest() {
        return scored.stream().filter(Scored::possible).max(Comparator.comparingDouble(one -> one.passage().similarity())).filter(most -> most.passage().similarity() >= ALIKE);
    }

    private static List<Passage> together(Optional<Scored> best, Optional<Scored> likest) {
        return Stream.concat(best.stream(), likest.stream()).map(Scored::passage).distinct().toList();
    }

    /** The question's words of which many passages speak. */
    private static Set<String> common(Question question, List<Passage> passages, Lexicon lexicon) {
        if (passages.size() < FEW_PASSAGES) {
            return Set.of();
        }
        return question.content().stream().filter(word -> passages.stream().filter(passage -> lexicon.isIn(word, Told.by(passage, lexicon).words())).count() > COMMON * passages.size())
                .collect(Collectors.toSet());
    }
}
