/** Stand-ins for the services that the operator's pages watch. */
@NullMarked
package switchboard.operations;

import org.jspecify.annotations.NullMarked;
