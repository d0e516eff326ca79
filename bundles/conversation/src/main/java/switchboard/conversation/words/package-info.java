/** What the words of an utterance tell about whether it goes on. */
@NullMarked
package switchboard.conversation.words;

import org.jspecify.annotations.NullMarked;
