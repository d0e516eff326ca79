/** Tests. */
@NullMarked
package switchboard.appointments.speech;

import org.jspecify.annotations.NullMarked;
