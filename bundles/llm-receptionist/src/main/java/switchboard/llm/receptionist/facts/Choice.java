package switchboard.llm.receptionist.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import switchboard.api.knowledge.Passage;

/** Which of some passages answer a question, surely or perhaps: the most probable one, and the next if it is nearly as probable. */
record Choice(List<Scored> scored) {

    /** Of so few it cannot be told what many of them speak of. */
    private static final int FEW_PASSAGES = 12;
    private static final double COMMON = 0.2;
    private static final int MOST = 2;
    /** How much less probable than the first one a second is that is told with it. */
    private static final double NEARLY = 0.3;

    /** @param probability how probably it answers, as {@link Relevance#of} tells */
    private record Scored(Passage passage, double probability, boolean ofTheThing) {}

    static Choice of(Question question, List<Passage> passages, Lexicon lexicon) {
        double likest = passages.stream().mapToDouble(Passage::similarity).max().orElse(0);
        double usual = passages.stream().mapToDouble(passage -> passage.sameMatter().orElse(0)).average().orElse(0);
        Relevance relevance = new Relevance(lexicon, common(question, passages, lexicon), likest, usual);
        return new Choice(passages.stream().map(passage -> new Scored(passage, relevance.of(question, passage), relevance.isOfTheThing(question, passage)))
                .sorted(Comparator.comparingDouble(Scored::probability).reversed()).toList());
    }

    /** Those that answer, if the best answers well enough. */
    List<Passage> best(double enough) {
        return scored.stream().limit(1).allMatch(most -> most.probability() >= enough) ? told() : List.of();
    }

    /** Those that may answer; empty if none may. */
    List<Passage> nearest() {
        return new Choice(scored.stream().filter(one -> one.probability() >= (one.ofTheThing() ? Relevance.PERHAPS : Relevance.PERHAPS_OF_ANOTHER_THING)).toList()).told();
    }

    /** The one that answers most probably, if that is not unlikely. */
    List<Passage> likely() {
        return scored.stream().limit(1).filter(most -> most.probability() >= Relevance.LIKELY).map(Scored::passage).toList();
    }

    private List<Passage> told() {
        double least = scored.stream().mapToDouble(Scored::probability).findFirst().orElse(1) * NEARLY;
        return scored.stream().filter(one -> one.probability() >= Math.max(least, Relevance.PERHAPS)).limit(MOST).map(Scored::passage).toList();
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
