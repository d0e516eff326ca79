/** Tests. */
@NullMarked
package switchboard.appointments.store;

import org.jspecify.annotations.NullMarked;
