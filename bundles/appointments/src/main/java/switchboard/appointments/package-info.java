/** Bookings: what the shell can do with them; when is free, where they are kept and how they are talked about lie below. */
@NullMarked
package switchboard.appointments;

import org.jspecify.annotations.NullMarked;
