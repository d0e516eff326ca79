/** From frames to the beginnings and pauses of speech, and the audio of the turn. */
@NullMarked
package switchboard.conversation.vad;

import org.jspecify.annotations.NullMarked;
