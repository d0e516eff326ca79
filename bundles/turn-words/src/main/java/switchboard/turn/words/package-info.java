/** Has the caller finished? Judges by the words and by how long they have been followed by silence; does not listen to the sound. */
@NullMarked
package switchboard.turn.words;

import org.jspecify.annotations.NullMarked;
