/** The bot's own voice, as it comes back from a loudspeaker. */
@NullMarked
package switchboard.conversation.echo;

import org.jspecify.annotations.NullMarked;
