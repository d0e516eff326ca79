/** Tests. */
@NullMarked
package switchboard.appointments;

import org.jspecify.annotations.NullMarked;
