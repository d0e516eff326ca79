/** Which calls are open now. */
@NullMarked
package switchboard.operations.calls;

import org.jspecify.annotations.NullMarked;
