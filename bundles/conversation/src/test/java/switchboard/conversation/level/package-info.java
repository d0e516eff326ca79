/** Tests. */
@NullMarked
package switchboard.conversation.level;

import org.jspecify.annotations.NullMarked;
