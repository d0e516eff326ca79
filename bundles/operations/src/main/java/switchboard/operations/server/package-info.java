/** What takes calls here, as far as it is there now. */
@NullMarked
package switchboard.operations.server;

import org.jspecify.annotations.NullMarked;
