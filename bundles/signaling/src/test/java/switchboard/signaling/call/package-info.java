/** Tests. */
@NullMarked
package switchboard.signaling.call;

import org.jspecify.annotations.NullMarked;
