/** The command line as a whole: its entry, its global options, and how errors are explained. */
@NullMarked
package switchboard.cli;

import org.jspecify.annotations.NullMarked;
