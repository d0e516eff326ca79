/** Tests. */
@NullMarked
package switchboard.conversation.recognition;

import org.jspecify.annotations.NullMarked;
