/** Tests. */
@NullMarked
package switchboard.signaling.http;

import org.jspecify.annotations.NullMarked;
