/** Tests. */
@NullMarked
package switchboard.appointments.tools;

import org.jspecify.annotations.NullMarked;
