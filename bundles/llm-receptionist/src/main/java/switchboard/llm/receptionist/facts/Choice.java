package switchboard.llm.receptionist.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.api.knowledge.Passage;

/** Which of some passages answers a question, surely or perhaps. */
record Choice(Lexicon lexicon, List<Passage> passages) {

    /** From here on the likest passage may be told with doubt, whatever words it has: it was the right one for seven questions of ten. */
    private static final double ALIKE = 0.3;
    /** Of so few it cannot be told what many of them speak of. */
    private static final int FEW_PASSAGES = 12;
    private static final double COMMON = 0.2;

    /** The one that answers best, if that is enough. */
    Optional<Passage> best(Question question, double enough) {
        Relevance relevance = relevance(question);
        return most(passage -> relevance.of(question, passage), enough);
    }

    /** What may be the answer: the one that answers best and the likest one, if they may answer at all. */
    List<Passage> nearest(Question question) {
        Relevance relevance = relevance(question);
        Optional<Passage> likest = most(passage -> relevance.isPossible(question, passage) ? passage.similarity() : 0, ALIKE);
        return Stream.concat(best(question, Relevance.PERHAPS).stream(), likest.stream()).distinct().toList();
    }

    private Optional<Passage> most(ToDoubleFunction<Passage> score, double enough) {
        Passage best = null;
        double most = 0;
        for (Passage passage : passages) {
            double scored = score.applyAsDouble(passage);
            if (scored > most) {
                most = scored;
                best = passage;
            }
        }
        return most < enough ? Optional.empty() : Optional.ofNullable(best);
    }

    private Relevance relevance(Question question) {
        return new Relevance(lexicon, common(question));
    }

    /** The question's words of which many passages speak. */
    private Set<String> common(Question question) {
        if (passages.size() < FEW_PASSAGES) {
            return Set.of();
        }
        return question.content().stream().filter(word -> passages.stream().filter(passage -> lexicon.isIn(word, Told.by(passage, lexicon).words())).count() > COMMON * passages.size())
                .collect(Collectors.toSet());
    }
}
