/** Tests. */
@NullMarked
package switchboard.conversation.words;

import org.jspecify.annotations.NullMarked;
