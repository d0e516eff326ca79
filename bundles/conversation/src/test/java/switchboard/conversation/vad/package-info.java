/** Tests. */
@NullMarked
package switchboard.conversation.vad;

import org.jspecify.annotations.NullMarked;
