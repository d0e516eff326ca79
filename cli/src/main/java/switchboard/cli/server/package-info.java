/** A server that is started for some commands and stops afterwards, and what shows that it takes a while. */
@NullMarked
package switchboard.cli.server;

import org.jspecify.annotations.NullMarked;
