/** Tests. */
@NullMarked
package switchboard.conversation.speech;

import org.jspecify.annotations.NullMarked;
