/** The common form of what the operator's pages answer. */
@NullMarked
package switchboard.operations.http;

import org.jspecify.annotations.NullMarked;
