/** Tests. */
@NullMarked
package switchboard.signaling;

import org.jspecify.annotations.NullMarked;
