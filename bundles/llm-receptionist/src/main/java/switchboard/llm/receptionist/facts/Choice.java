package switchboard.llm.receptionist.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import switchboard.api.knowledge.Passage;

/** Which of some passages answer a question, surely or perhaps: the most probable one, and the next if it is nearly as probable. Immutable. */
record Choice(List<Scored> scored) {

    /** Of so few it cannot be told what many of them speak of. */
    private static final int FEW_PASSAGES = 12;
    private static final double COMMON = 0.2;
    private static final int MOST = 2;
    /** The share of the first one's probability that a second has which is told with it. */
    private static final double NEARLY = 0.3;
    /** The same where there is doubt: what is told with it is soon beside the point. */
    private static final double HARDLY_LESS = 0.5;
    /** The same of what stands beside it in its paragraph, and may belong to it. */
    private static final double BESIDE = 0.15;
    /** So much more probable than all others is what mostly answers, though it is not probable enough to be told as the answer. */
    private static final double LEAD = 0.12;
    /** And at least so probable: of what is less, callers ask for what nobody wrote down. */
    private static final double MOSTLY = 0.35;

    /**
     * @param probability how probably it answers, as {@link Relevance#of} tells
     * @param ofTheThing  whether it speaks of the thing that is asked for
     * @param whole       whether it has all that an answer must have
     */
    private record Scored(Passage passage, double probability, boolean ofTheThing, boolean whole) {}

    static Choice of(Question question, List<Passage> passages, Lexicon lexicon) {
        double likest = passages.stream().mapToDouble(Passage::similarity).max().orElse(0);
        double usual = passages.stream().mapToDouble(passage -> passage.sameMatter().orElse(0)).average().orElse(0);
        Relevance relevance = new Relevance(lexicon, common(question, passages, lexicon), likest, usual);
        return new Choice(passages.stream().map(passage -> new Scored(passage, relevance.of(question, passage), relevance.isOfTheThing(question, passage), relevance.isWhole(question, passage)))
                .sorted(Comparator.comparingDouble(Scored::probability).reversed()).toList());
    }

    /** Those that answer, if the best answers well enough. */
    List<Passage> best(double enough) {
        return scored.stream().limit(1).allMatch(most -> most.probability() >= enough) ? told(NEARLY) : List.of();
    }

    /** Those that may answer; empty if none may. */
    List<Passage> nearest() {
        return possible().told(HARDLY_LESS).stream().map(this::withWhatBelongs).toList();
    }

    /** Whether the first of them mostly answers: it tells what is asked for, and no other is nearly as probable. */
    boolean leads() {
        List<Scored> possible = possible().scored();
        return !possible.isEmpty() && possible.get(0).whole() && possible.get(0).probability() >= MOSTLY && possible.get(0).probability() - (possible.size() > 1 ? possible.get(1).probability() : 0) >= LEAD;
    }

    /** It, if the most probable one is not unlikely; else one of nothing. */
    Choice likely() {
        return scored.stream().limit(1).anyMatch(most -> most.probability() >= Relevance.LIKELY) ? this : new Choice(List.of());
    }

    private Choice possible() {
        return new Choice(scored.stream().filter(one -> one.probability() >= (one.ofTheThing() ? Relevance.PERHAPS : Relevance.PERHAPS_OF_ANOTHER_THING)).toList());
    }

    private List<Passage> told(double share) {
        double least = scored.stream().mapToDouble(Scored::probability).findFirst().orElse(1) * share;
        return scored.stream().filter(one -> one.probability() >= Math.max(least, Relevance.PERHAPS)).limit(MOST).map(Scored::passage).toList();
    }

    /** Beside a passage that may answer, only what may answer too is told of its paragraph. */
    private Passage withWhatBelongs(Passage passage) {
        double least = scored.stream().filter(one -> one.passage() == passage).findFirst().orElseThrow().probability() * BESIDE;
        UnaryOperator<String> ifNear = beside -> scored.stream().anyMatch(one -> one.probability() >= least && one.passage().text().equals(beside)) ? beside : "";
        return new Passage(passage.text(), passage.source(), passage.similarity(), passage.topic(), ifNear.apply(passage.before()), ifNear.apply(passage.after()), passage.sameMatter());
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
