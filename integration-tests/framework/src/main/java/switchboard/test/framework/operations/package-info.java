/** What the person who runs the server sees, in the running server and through the tools that he uses. */
@NullMarked
package switchboard.test.framework.operations;

import org.jspecify.annotations.NullMarked;
