/** Tests of the socket, with a visitor of their own. */
@NullMarked
package switchboard.operations.socket;

import org.jspecify.annotations.NullMarked;
