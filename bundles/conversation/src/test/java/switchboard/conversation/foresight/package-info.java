/** Tests. */
@NullMarked
package switchboard.conversation.foresight;

import org.jspecify.annotations.NullMarked;
