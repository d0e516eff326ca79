/** Whom somebody shall call back: the tool that notes it, and the command that lists it. */
@NullMarked
package switchboard.appointments.callback;

import org.jspecify.annotations.NullMarked;
