/** How loud a stretch of sound is: one measure for whoever tells a voice from a room or from its echo. */
@NullMarked
package switchboard.conversation.monitor;

import org.jspecify.annotations.NullMarked;
