/** Tests. */
@NullMarked
package switchboard.conversation.turn;

import org.jspecify.annotations.NullMarked;
