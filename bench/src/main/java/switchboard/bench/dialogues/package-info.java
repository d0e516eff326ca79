/** Calls in writing, with what must be heard and what must be in the database afterwards. */
@NullMarked
package switchboard.bench.dialogues;

import org.jspecify.annotations.NullMarked;
