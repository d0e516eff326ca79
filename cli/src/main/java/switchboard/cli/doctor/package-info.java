/** Is this machine fit, and what to do if it is not: one check after the other. */
@NullMarked
package switchboard.cli.doctor;

import org.jspecify.annotations.NullMarked;
