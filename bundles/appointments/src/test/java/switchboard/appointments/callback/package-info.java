/** How call-backs are noted and listed. */
@NullMarked
package switchboard.appointments.callback;

import org.jspecify.annotations.NullMarked;
