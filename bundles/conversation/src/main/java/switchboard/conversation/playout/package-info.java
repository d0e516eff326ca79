/** What the caller is about to hear, and at once no more after an interruption. */
@NullMarked
package switchboard.conversation.playout;

import org.jspecify.annotations.NullMarked;
