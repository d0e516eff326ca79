/** Tests. */
@NullMarked
package switchboard.appointments.ical;

import org.jspecify.annotations.NullMarked;
