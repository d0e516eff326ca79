/** The booking dialogue: what a caller wants, what is still to be asked, and when a tool can be asked for. Pure functions. */
@NullMarked
package switchboard.llm.receptionist.booking;

import org.jspecify.annotations.NullMarked;
