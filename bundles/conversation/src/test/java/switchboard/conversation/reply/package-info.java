/** Tests. */
@NullMarked
package switchboard.conversation.reply;

import org.jspecify.annotations.NullMarked;
