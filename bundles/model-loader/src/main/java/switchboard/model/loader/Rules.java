package switchboard.model.loader;

import java.util.Optional;

/**
 * The operator's wishes for one kind of model; owners as bundle@version. Immutable.
 *
 * @param preferred who serves, if that is not left to versions and rankings
 * @param canary    who serves a part of the new calls
 */
record Rules(Optional<String> preferred, Optional<Canary> canary) {

    static final Rules NONE = new Rules(Optional.empty(), Optional.empty());

    /**
     * A part of the calls.
     *
     * @param since   calls that came before this one, as {@link Calls} counts, are none of its
     * @param percent from 1 to 100
     */
    record Canary(String owner, int percent, long since) {

        boolean is(String other) {
            return owner.equals(other);
        }
    }

    Rules preferring(String owner) {
        return new Rules(Optional.of(owner), Optional.empty());
    }

    Rules with(Optional<Canary> another) {
        return new Rules(preferred, another);
    }
}
