package switchboard.llm.receptionist.acts;

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

    /** A call is heard from its beginning at each turn, and a turn that is guessed at grows by its last clause. */
    private static final int REMEMBERED = 1024;
    /** Nobody speaks so many in one breath; each costs some milliseconds, and others wait. */
    private static final int MOST_CLAUSES = 24;

    private final ActModel model;
    private final Function<String, Optional<float[]>> meaning;
    private final Map<String, Clause> clauses = lately();
    private final Map<String, List<Clause>> turns = lately();

    /** @param meaning the vector of a clause; empty if it is not to be had */
    public ActReader(ActModel model, Function<String, Optional<float[]>> meaning) {
        this.model = model;
        this.meaning = meaning;
    }

    /** The clauses of a turn with what they do; empty if that cannot be told of all of them, or if there are very many. */
    public synchronized List<Clause> read(String turn) {
        List<Clause> known = turns.get(turn);
        if (known != null) {
            return known;
        }
        List<String> texts = Clauses.of(turn);
        if (texts.size() > MOST_CLAUSES) {
            return List.of();
        }
        List<Optional<Clause>> read = texts.stream().map(this::clause).toList();
        if (read.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        turns.put(turn, read.stream().flatMap(Optional::stream).toList());
        return turns.get(turn);
    }

    /** By text, what was read last. */
    private static <V> Map<String, V> lately() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    private Optional<Clause> clause(String text) {
        if (!clauses.containsKey(text)) {
            meaning.apply(text).filter(vector -> vector.length == model.dimensions()).ifPresent(vector -> clauses.put(text, new Clause(text, model.probabilities(vector))));
        }
        return Optional.ofNullable(clauses.get(text));
    }
}
