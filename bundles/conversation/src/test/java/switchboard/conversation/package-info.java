/** Tests. */
@NullMarked
package switchboard.conversation;

import org.jspecify.annotations.NullMarked;
