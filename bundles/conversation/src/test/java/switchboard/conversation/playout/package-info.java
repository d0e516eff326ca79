/** Tests. */
@NullMarked
package switchboard.conversation.playout;

import org.jspecify.annotations.NullMarked;
