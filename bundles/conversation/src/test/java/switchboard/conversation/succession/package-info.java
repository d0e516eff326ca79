/** Tests. */
@NullMarked
package switchboard.conversation.succession;

import org.jspecify.annotations.NullMarked;
