/** Appointments for calendars (RFC 5545). */
@NullMarked
package switchboard.appointments.ical;

import org.jspecify.annotations.NullMarked;
