/** How the server ends, tested with lines that are taken as told. */
@NullMarked
package switchboard.operations.stop;

import org.jspecify.annotations.NullMarked;
