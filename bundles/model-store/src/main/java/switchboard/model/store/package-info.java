/** Weights on disk: fetched from the first source that answers, verified before anything reads them, computed ones cached. */
@NullMarked
package switchboard.model.store;

import org.jspecify.annotations.NullMarked;
