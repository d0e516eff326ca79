package switchboard.assistant.brain;

import java.util.Optional;
import switchboard.api.llm.Generation;

/** A running generation that knows whose it is. Thread-safe. */
@FunctionalInterface
public interface OwnedGeneration extends Generation {

    /** The model that was asked last, as {@code bundle@version}; empty if there is none. */
    default Optional<String> owner() {
        return Optional.empty();
    }
}
