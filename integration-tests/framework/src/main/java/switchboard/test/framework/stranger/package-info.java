/** What somebody who means ill can do to the running server over the network. */
@NullMarked
package switchboard.test.framework.stranger;

import org.jspecify.annotations.NullMarked;
