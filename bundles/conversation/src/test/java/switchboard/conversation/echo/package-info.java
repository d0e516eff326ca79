@NullMarked
package switchboard.conversation.echo;

import org.jspecify.annotations.NullMarked;
