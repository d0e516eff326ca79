/** From the language model's text to audio: clauses, and their synthesis one after the other. */
@NullMarked
package switchboard.conversation.speech;

import org.jspecify.annotations.NullMarked;
