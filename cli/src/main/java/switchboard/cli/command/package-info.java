/** What can be typed: one class per command, which parses and validates and leaves the work to a server. */
@NullMarked
package switchboard.cli.command;

import org.jspecify.annotations.NullMarked;
