/** What will probably be answered, while the caller still speaks. */
@NullMarked
package switchboard.conversation.foresight;

import org.jspecify.annotations.NullMarked;
