/** Who has the floor: one pure state machine per call, without thread, clock or I/O. */
@NullMarked
package switchboard.conversation.turn;

import org.jspecify.annotations.NullMarked;
