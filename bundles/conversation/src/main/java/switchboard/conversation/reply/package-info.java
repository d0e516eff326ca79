/** What the caller's turn means while it is being spoken: its words, and whether it is over. Off the call's thread. */
@NullMarked
package switchboard.conversation.reply;

import org.jspecify.annotations.NullMarked;
