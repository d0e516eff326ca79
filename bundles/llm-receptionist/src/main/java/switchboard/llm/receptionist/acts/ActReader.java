package switchboard.llm.receptionist.acts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the clauses of turns, in English. Without the embedder that its model was fitted to it knows nothing of any clause.
 * Thread-safe.
 */
public final class ActReader {

    /** Clauses: a call is heard from its beginning at each turn, and a turn that is guessed at grows by its last clause. */
    private static final int REMEMBERED = 1024;

    private final ActModel model;
    private final Function<String, Optional<float[]>> meaning;
    private final Map<String, Clause> remembered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Clause> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param meaning the vector of a clause; empty if it is not to be had */
    public ActReader(ActModel model, Function<String, Optional<float[]>> meaning) {
        this.model = model;
        this.meaning = meaning;
    }

    /** The clauses of a turn with what they do; empty if that cannot be told of all of them. */
    public synchronized List<Clause> read(String turn) {
        List<Clause> clauses = new ArrayList<>();
        for (String text : Clauses.of(turn)) {
            Optional<Clause> clause = clause(text);
            if (clause.isEmpty()) {
                return List.of();
            }
            clauses.add(clause.get());
        }
        return clauses;
    }

    private Optional<Clause> clause(String text) {
        Clause known = remembered.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Clause> read = meaning.apply(text).filter(vector -> vector.length == model.dimensions()).map(vector -> new Clause(text, model.probabilities(vector)));
        read.ifPresent(clause -> remembered.put(text, clause));
        return read;
    }
}
