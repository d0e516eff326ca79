/** Open calls: their media, their conversation, and how many there may be. */
@NullMarked
package switchboard.signaling.call;

import org.jspecify.annotations.NullMarked;
