/** Tests. */
@NullMarked
package switchboard.signaling.rtvi;

import org.jspecify.annotations.NullMarked;
