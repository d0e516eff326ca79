/** Whether the server lives, and whether it can take calls. */
@NullMarked
package switchboard.operations.health;

import org.jspecify.annotations.NullMarked;
