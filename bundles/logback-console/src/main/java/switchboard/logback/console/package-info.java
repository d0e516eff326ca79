/** How Switchboard logs: on the standard output, a line for each event. */
@NullMarked
package switchboard.logback.console;

import org.jspecify.annotations.NullMarked;
