/** Tests. */
@NullMarked
package switchboard.appointments.availability;

import org.jspecify.annotations.NullMarked;
