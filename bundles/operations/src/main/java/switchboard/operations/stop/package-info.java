/** How the server ends: no new calls, time for those who talk, then everything is put away and the process ends with 0. */
@NullMarked
package switchboard.operations.stop;

import org.jspecify.annotations.NullMarked;
